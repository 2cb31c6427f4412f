package org.glance4j.feign.http;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that did not bring what was asked for: the service refused it, or no usable answer came. It does not leave this
 * module but as a cause: the call layer says what it means.
 */
public abstract sealed class FailedAttempt extends RuntimeException permits RefusedAnswer, ExchangeFailure {
    private static final long serialVersionUID = 1;

    private final @Nullable String requestId;

    FailedAttempt(String message, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, cause);
        this.requestId = requestId;
    }

    /**
     * Returns the service's id of the request.
     *
     * @return the id; null where none arrived
     */
    public final @Nullable String requestId() {
        return requestId;
    }
}
