package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** There is nothing to compare image data with, and the caller did not say that this is all right. */
public final class ImageDataNotVerifiedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageDataNotVerifiedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
