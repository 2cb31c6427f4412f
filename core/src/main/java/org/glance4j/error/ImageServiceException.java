package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A call that failed. Its subclasses say by their names what went wrong; {@link #failure()} says what was tried and which of
 * <em>not sent, applied, not applied, unknown</em> holds.
 */
public abstract class ImageServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * Makes an exception whose message is the failure in one line.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    protected ImageServiceException(Failure failure, @Nullable Throwable cause) {
        super(failure.describe(), cause);
        this.failure = failure;
    }

    /**
     * Returns what is known of the failed call.
     *
     * @return the failure
     */
    public final Failure failure() {
        return failure;
    }

    /**
     * Returns what the call did at the service.
     *
     * @return the effect
     */
    public final Effect effect() {
        return failure.effect();
    }
}
