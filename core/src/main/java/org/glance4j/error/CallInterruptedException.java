package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The calling thread was interrupted; its interrupt flag is set again. */
public final class CallInterruptedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public CallInterruptedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
