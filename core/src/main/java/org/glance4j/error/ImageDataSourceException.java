package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The source of the data to upload could not be read, or was not as long as it said. */
public final class ImageDataSourceException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageDataSourceException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
