package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** Downloaded data could not be written to where the caller wants it, or must not be: the file is there already. */
public final class ImageDataTargetException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageDataTargetException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
