package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** What was awaited cannot come any more. */
public final class StatusUnreachableException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public StatusUnreachableException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
