package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The service failed (5xx). */
public class ServiceErrorException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ServiceErrorException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
