package org.glance4j.internal.json;

import org.jspecify.annotations.Nullable;

/** A document is not JSON, not of the expected shape, or larger than what is read. Its message quotes no value. */
public final class WireFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WireFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    WireFormatException(String message) {
        this(message, null);
    }
}
