package org.glance4j.feign.call;

import org.glance4j.error.Effect;
import org.glance4j.feign.http.ExchangeFailure;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.RefusedAnswer;
import org.glance4j.model.Operation;
import org.glance4j.observe.AttemptEnd;
import org.jspecify.annotations.Nullable;

/** How an attempt ended, by what may be done next. */
enum Ending {
    /** The request has not left, for a reason that may pass. */
    NOT_SENT,
    /** The service does not do it now, and says so (429, and 413 with {@code Retry-After}). */
    TOO_MANY,
    /** The service does not take the token (401). */
    TOKEN_REFUSED,
    /** The request has left, and what became of it is not known. */
    AMBIGUOUS,
    /** The service has answered, or there is nobody left to try it for. */
    FINAL;

    static Ending of(FailedAttempt failed) {
        if (failed instanceof RefusedAnswer refused) {
            return switch (refused.status()) {
                case 401 -> TOKEN_REFUSED;
                case 429 -> TOO_MANY;
                case 413 -> refused.retryAfter() == null ? FINAL : TOO_MANY;
                case 502, 503, 504 -> AMBIGUOUS;
                default -> FINAL;
            };
        }
        ExchangeFailure broken = (ExchangeFailure) failed;
        return switch (broken.kind()) {
            case CONNECTION, SILENCE, ANSWER, FOREIGN -> broken.sent() ? AMBIGUOUS : NOT_SENT;
            case DEADLINE, INTERRUPTED, CLOSED, SOURCE, PROXY -> FINAL;
        };
    }

    /** How a failed attempt ended, for those who listen. */
    static AttemptEnd.Result result(FailedAttempt failed) {
        if (failed instanceof ExchangeFailure broken) {
            return broken.sent() ? AttemptEnd.Result.LOST : AttemptEnd.Result.NOT_SENT;
        }
        return AttemptEnd.Result.ANSWERED;
    }

    /** What a failed attempt did at the service, as far as it tells by itself. */
    static Effect effect(Operation operation, FailedAttempt failed) {
        if (failed instanceof RefusedAnswer refused) {
            // A service that fails may have done its work first.
            return operation.isChange() && refused.status() >= 500 ? Effect.UNKNOWN : Effect.NOT_APPLIED;
        }
        ExchangeFailure broken = (ExchangeFailure) failed;
        // What a proxy keeps to itself has not reached the service.
        if (!broken.sent() || broken.kind() == ExchangeFailure.Kind.PROXY) {
            return Effect.NOT_SENT;
        }
        // Where the source failed the connection ended inside the body, so the service cannot take the part for the
        // whole:
        // Glance 25.1.0 sets the image back to queued.
        if (!operation.isChange() || broken.kind() == ExchangeFailure.Kind.SOURCE) {
            return Effect.NOT_APPLIED;
        }
        boolean answered = broken.kind() != ExchangeFailure.Kind.FOREIGN && isSuccess(broken.status());
        return answered ? Effect.APPLIED : Effect.UNKNOWN;
    }

    private static boolean isSuccess(@Nullable Integer status) {
        return status != null && status >= 200 && status < 300;
    }

    /** What two attempts of one call did together. */
    static Effect both(Effect one, Effect other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Effect effect) {
        return switch (effect) {
            case NOT_SENT -> 0;
            case NOT_APPLIED -> 1;
            case UNKNOWN -> 2;
            case APPLIED -> 3;
        };
    }
}
