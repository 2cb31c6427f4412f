package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** A quota or size limit of the service is reached (413). */
public class LimitExceededException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public LimitExceededException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
