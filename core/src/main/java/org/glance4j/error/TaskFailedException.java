package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The service's task ended badly; the message says why as far as the service tells. */
public final class TaskFailedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public TaskFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
