package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The credentials or the token are missing, wrong or expired (401). */
public final class UnauthorizedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public UnauthorizedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
