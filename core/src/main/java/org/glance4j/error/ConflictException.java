package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The request does not go with what is there already (409). */
public class ConflictException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ConflictException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
