package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The request is not one that the service takes: refused here before it was sent ({@link Effect#NOT_SENT}) or by the service (400). */
public final class InvalidRequestException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public InvalidRequestException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
