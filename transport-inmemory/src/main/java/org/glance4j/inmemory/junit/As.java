package org.glance4j.inmemory.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In whose name a parameter of type {@link org.glance4j.ImageClient}, {@link org.glance4j.transport.ImageTransport} or {@link
 * org.glance4j.auth.Caller} calls.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface As {

    /**
     * Returns the id of the caller's project. Any id will do: projects need not be made known.
     *
     * @return the project's id
     */
    String value();

    /**
     * Returns whether the caller holds the role {@code admin}; without it, it is an ordinary one that reads and writes.
     *
     * @return true for an admin
     */
    boolean admin() default false;
}
