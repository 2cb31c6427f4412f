package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The image has no data to download yet (204). */
public final class NoImageDataException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public NoImageDataException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
