package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The task is not there, has expired, or is one that the caller does not see (404). */
public final class TaskNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public TaskNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
