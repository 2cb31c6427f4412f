package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The byte range lies outside the image's data (416). */
public final class RangeNotSatisfiableException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public RangeNotSatisfiableException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
