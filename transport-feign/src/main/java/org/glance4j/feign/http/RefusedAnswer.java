package org.glance4j.feign.http;

import org.jspecify.annotations.Nullable;

/** An answer whose status is no success. It does not leave this module: the call layer says what it means. */
public final class RefusedAnswer extends FailedAttempt {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String text;
    private final @Nullable String retryAfter;
    private final @Nullable String date;

    RefusedAnswer(
            int status,
            @Nullable String text,
            @Nullable String requestId,
            @Nullable String retryAfter,
            @Nullable String date) {
        super("status " + status, requestId, null);
        this.status = status;
        this.text = text;
        this.retryAfter = retryAfter;
        this.date = date;
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
     * Returns when to come again, as the service wrote it.
     *
     * @return the {@code Retry-After} header; null where there is none
     */
    public @Nullable String retryAfter() {
        return retryAfter;
    }

    /**
     * Returns the service's time, as it wrote it.
     *
     * @return the {@code Date} header; null where there is none
     */
    public @Nullable String date() {
        return date;
    }
}
