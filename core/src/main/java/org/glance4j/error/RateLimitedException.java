package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** Too many requests in too short a time (429). */
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
