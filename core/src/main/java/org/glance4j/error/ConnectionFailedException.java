package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The service could not be reached, or the connection broke before a read was answered. */
public final class ConnectionFailedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ConnectionFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
