package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The transport was closed before or during the call. */
public final class TransportClosedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public TransportClosedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
