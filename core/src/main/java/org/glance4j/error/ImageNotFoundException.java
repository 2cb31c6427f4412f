package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The image is not there, or the caller does not see it (404). */
public final class ImageNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImageNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
