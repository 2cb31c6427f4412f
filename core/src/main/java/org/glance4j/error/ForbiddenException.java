package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The caller sees the image and may not do this to it (403). */
public final class ForbiddenException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ForbiddenException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
