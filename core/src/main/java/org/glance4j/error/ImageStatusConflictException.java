package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The image's status does not allow the operation (409). */
public final class ImageStatusConflictException extends ConflictException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageStatusConflictException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
