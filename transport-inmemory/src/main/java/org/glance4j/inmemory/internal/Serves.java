package org.glance4j.inmemory.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.glance4j.model.Operation;

/** Says which operation of the API a method of the engine serves. Its first argument is the caller. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Serves {
    /** The operation. */
    Operation value();
}
