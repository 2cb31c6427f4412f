package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The id is that of another image, or of one that was deleted (409). */
public final class ImageAlreadyExistsException extends ConflictException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageAlreadyExistsException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
