package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The service does not take data or a patch of this kind (415). */
public final class UnsupportedMediaTypeException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public UnsupportedMediaTypeException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
