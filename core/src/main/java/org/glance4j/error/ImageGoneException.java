package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The image was deleted while its data was under way (410). */
public final class ImageGoneException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageGoneException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
