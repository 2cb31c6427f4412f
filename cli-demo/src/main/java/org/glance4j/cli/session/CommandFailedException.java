package org.glance4j.cli.session;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked, for a reason that is not the Image service's: exit code 1. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, in one line
     */
    public CommandFailedException(String message) {
        this(message, null);
    }

    /**
     * Makes the exception.
     *
     * @param message what is wrong, in one line
     * @param cause what it came from; null for none
     */
    public CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
