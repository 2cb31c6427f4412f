package org.glance4j.cli.session;

import org.jspecify.annotations.Nullable;

/** The command line, the environment or a file named there leaves no way to start: exit code 2. */
public final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, in one line
     */
    public SetupException(String message) {
        this(message, null);
    }

    /**
     * Makes the exception.
     *
     * @param message what is wrong, in one line
     * @param cause what it came from; null for none
     */
    public SetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
