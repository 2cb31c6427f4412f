package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The call did not end within its deadline. */
public final class DeadlineExceededException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public DeadlineExceededException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
