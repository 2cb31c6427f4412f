package org.glance4j.feign.http;

import org.jspecify.annotations.Nullable;

/** An exchange that brought no usable answer. It does not leave this module: the call layer says what it means. */
public final class ExchangeFailure extends FailedAttempt {
    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Kind {
        /** The connection could not be had, or broke. */
        CONNECTION,
        /** The proxy does not let the request pass, and would not the next time either. */
        PROXY,
        /** The deadline came. */
        DEADLINE,
        /** The calling thread was interrupted. */
        INTERRUPTED,
        /** The transport was closed. */
        CLOSED,
        /** The data to upload could not be read, or is longer or shorter than it said. */
        SOURCE,
        /** No byte moved for too long. */
        SILENCE,
        /** The service's answer is not complete, or not the document that belongs there. */
        ANSWER,
        /** What came back is no answer of an Image service: a login page, say, or no HTTP. */
        FOREIGN
    }

    private final Kind kind;
    private final boolean sent;
    private final @Nullable Integer status;

    ExchangeFailure(
            Kind kind,
            String message,
            boolean sent,
            @Nullable Integer status,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(message, requestId, cause);
        this.kind = kind;
        this.sent = sent;
        this.status = status;
    }

    /**
     * Returns the failure of a source of data that cannot be opened: nothing has left.
     *
     * @param problem what is wrong, in a clause
     * @param cause what it came from
     * @return the failure, to be thrown
     */
    public static ExchangeFailure ofSource(String problem, Throwable cause) {
        return new ExchangeFailure(Kind.SOURCE, problem, false, null, null, cause);
    }

    /**
     * Returns what went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns whether the request had begun to leave.
     *
     * @return true if the service may have seen it
     */
    public boolean sent() {
        return sent;
    }

    /**
     * Returns the status of the answer whose head arrived before the exchange failed.
     *
     * @return the status code; null where no head arrived
     */
    public @Nullable Integer status() {
        return status;
    }
}
