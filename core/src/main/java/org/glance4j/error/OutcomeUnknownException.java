package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A change was sent, its answer was lost, and what became of it could not be found out: look at the service before doing it
 * again.
 */
public final class OutcomeUnknownException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public OutcomeUnknownException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
