package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** What was named is not there, or the caller may not know that it is (404). */
public class NotFoundException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public NotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
