package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The service is not able to answer just now (503); {@link Failure#retryAfter} says when to come again, if the service has. */
public final class ServiceUnavailableException extends ServiceErrorException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ServiceUnavailableException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
