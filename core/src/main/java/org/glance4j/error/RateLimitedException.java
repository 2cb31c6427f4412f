package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** Too many requests in too short a time (429); {@link Failure#retryAfter} says when to come again, if the service has. */
public final class RateLimitedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public RateLimitedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
