package org.glance4j.feign.http;

import org.jspecify.annotations.Nullable;

/** An answer whose status is no success. It does not leave this module: the call layer says what it means. */
public final class RefusedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String text;
    private final @Nullable String requestId;
    private final boolean retryAfter;

    RefusedAnswer(int status, @Nullable String text, @Nullable String requestId, boolean retryAfter) {
        super("status " + status);
        this.status = status;
        this.text = text;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the answer's status.
     *
     * @return the status code
     */
    public int status() {
        return status;
    }

    /**
     * Returns what the service said, freed of markup.
     *
     * @return the text; null where it said nothing
     */
    public @Nullable String text() {
        return text;
    }

    /**
     * Returns the service's id of the request.
     *
     * @return the id; null where there is none
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Returns whether the answer says when to come again.
     *
     * @return true if it has a {@code Retry-After} header
     */
    public boolean retryAfter() {
        return retryAfter;
    }
}
