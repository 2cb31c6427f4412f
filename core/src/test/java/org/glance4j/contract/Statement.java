package org.glance4j.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the statements of {@code docs/contract.md} that a test holds the target to. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Statement {
    /** The numbers, such as {@code S-024}. */
    String[] value();
}
