package org.glance4j.feign.http;

import org.jspecify.annotations.Nullable;

/** Makes what an attempt fails with, for tests that plan faults above the engine. */
public final class Planned {
    private static final String REQUEST_ID = "req-planned";

    private Planned() {}

    public static FailedAttempt broken(ExchangeFailure.Kind kind, boolean sent, @Nullable Integer status) {
        return new ExchangeFailure(kind, "the exchange was planned to break", sent, status, REQUEST_ID, null);
    }

    public static FailedAttempt refused(int status, @Nullable String retryAfter) {
        return refused(status, retryAfter, null);
    }

    public static RefusedAnswer refused(int status, @Nullable String retryAfter, @Nullable String date) {
        return new RefusedAnswer(status, "planned", REQUEST_ID, retryAfter, date);
    }
}
