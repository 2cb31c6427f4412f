package org.glance4j.feign.call;

import feign.codec.DecodeException;
import java.time.Duration;
import java.util.function.Supplier;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.NotFoundException;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.http.RefusedAnswer;
import org.glance4j.feign.observe.WatchedCall;
import org.glance4j.observe.AttemptEnd;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: its attempts one after the other, and what is known so far. Used by one thread.
 *
 * @param <T> what the answer is
 */
final class Run<T> {
    private final Calls calls;
    private final Call call;
    private final Exchange<T> exchange;
    private final @Nullable Supplier<Reconciliation<T>> reconciliation;
    private final OperationClass kind;
    private final History history = new History();
    private final @Nullable WatchedCall watched;
    private boolean renewed;

    Run(Calls calls, Call call, Exchange<T> exchange, @Nullable Supplier<Reconciliation<T>> reconciliation) {
        this.calls = calls;
        this.call = call;
        this.exchange = exchange;
        this.reconciliation = reconciliation;
        this.kind = OperationClass.of(call.operation());
        this.watched = calls.announcer().begin(call.operation(), call.route());
    }

    T result() {
        if (watched == null) {
            return attempts();
        }
        try {
            T result = attempts();
            watched.ended(null);
            return result;
        } catch (RuntimeException e) {
            watched.ended(e);
            throw e;
        }
    }

    private T attempts() {
        while (true) {
            Attempt attempt = begin();
            FailedAttempt failed;
            try {
                T result = attempt(attempt);
                tell(attempt, AttemptEnd.Result.ANSWERED);
                calls.budget().earn();
                return result;
            } catch (FailedAttempt e) {
                failed = e;
                tell(attempt, Ending.result(failed));
            }
            boolean doubted = history.doubt() != null;
            history.add(call.operation(), failed);
            Ending ending = Ending.of(failed);
            if (reconciliation != null) {
                if (doubted && failed instanceof RefusedAnswer refused && callsForALook(refused, ending)) {
                    return reconcile(failed, reconciliation.get());
                }
                if (kind == OperationClass.LOOKED_FOR && ending == Ending.AMBIGUOUS) {
                    return reconcile(failed, reconciliation.get());
                }
            }
            if (ending != Ending.TOKEN_REFUSED || !renew(attempt.token())) {
                pauseOrFail(failed, ending);
            }
        }
    }

    /** Finds out with which token the next attempt goes where. */
    private Attempt begin() {
        Failures.checkTime(call, history);
        try {
            TokenSource tokens = calls.tokens();
            Secret token = tokens == null ? null : sendable(tokens.token(call.deadline()));
            Origin origin = calls.endpoint().origin(call.deadline());
            history.begin();
            return new Attempt(call.route(), origin, token, call.deadline(), watched);
        } catch (ImageServiceException e) {
            throw Failures.withoutToken(call, history, e);
        }
    }

    private Secret sendable(Secret token) {
        if (!Attempt.canCarry(token)) {
            String problem =
                    "the token source gave what no header can carry: a token is visible ASCII, without a line break";
            throw new ConfigurationException(call.failure().advice(problem).build(), null);
        }
        return token;
    }

    private T attempt(Attempt attempt) {
        try {
            return exchange.attempt(attempt);
        } catch (DecodeException e) {
            // Feign wraps what its decoder throws.
            throw attempt.unreadable(e.status(), e.getCause() == null ? e : e.getCause());
        }
    }

    private void tell(Attempt attempt, AttemptEnd.Result result) {
        if (watched != null) {
            watched.attemptEnded(result, attempt.status(), attempt.requestId());
        }
    }

    /** Whether the one attempt after a refused token is to be made. The token is given up in any case. */
    private boolean renew(@Nullable Secret token) {
        TokenSource tokens = calls.tokens();
        if (renewed || tokens == null || token == null) {
            return false;
        }
        if (watched != null) {
            watched.tokenRejected();
        }
        if (!tokens.reject(token) || !exchange.repeatable()) {
            return false;
        }
        renewed = true;
        return true;
    }

    private void pauseOrFail(FailedAttempt failed, Ending ending) {
        Duration asked = asked(failed);
        RetryPolicy.Decision decision = calls.policy()
                .after(
                        kind,
                        ending,
                        exchange.repeatable(),
                        history.attempts() - (renewed ? 1 : 0),
                        asked,
                        calls.backoff().after(history.attempts()),
                        call.deadline().remaining());
        Duration pause = decision.pause();
        if (pause == null) {
            throw notRepeated(failed, asked, decision);
        }
        if (!calls.budget().take()) {
            throw failure(
                    failed, asked, "it is not tried again, since too many calls to this service have failed lately");
        }
        if (watched != null) {
            watched.repeats(pause, asked != null);
        }
        pause(pause, failed);
    }

    private boolean callsForALook(RefusedAnswer refused, Ending ending) {
        return kind.isProof(refused.status()) || (ending == Ending.FINAL && kind.mayHideProof(refused.status()));
    }

    private T reconcile(FailedAttempt failed, Reconciliation<T> how) {
        if (how instanceof Reconciliation.Settled<T> settled) {
            return settled.result();
        }
        Reconciliation.Look<T> look = (Reconciliation.Look<T>) how;
        Duration asked = asked(failed);
        RetryPolicy.Decision decision =
                RetryPolicy.waiting(asked, Duration.ZERO, call.deadline().remaining());
        Duration pause = decision.pause();
        if (pause == null) {
            throw notRepeated(failed, asked, decision);
        }
        pause(pause, failed);
        T found;
        try {
            found = new Run<>(calls, look.call(), look.exchange(), null).result();
        } catch (NotFoundException e) {
            // Nothing is there, so it is the quota that stands in the way.
            boolean refused = failed instanceof RefusedAnswer quota && kind.mayHideProof(quota.status());
            throw refused ? failure(failed, asked, null) : Failures.notFoundOut(call, history, failed, e);
        } catch (ImageServiceException e) {
            throw Failures.notFoundOut(call, history, failed, e);
        }
        String surprise = look.surprise().apply(found);
        if (surprise != null) {
            throw Failures.surprising(call, history, failed, surprise, caller());
        }
        return found;
    }

    private void pause(Duration pause, FailedAttempt failed) {
        if (pause.isZero()) {
            return;
        }
        try {
            if (!calls.settings().pauses().pause(pause)) {
                throw Failures.closed(call, history, failed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(call, history, failed, e);
        }
    }

    private @Nullable Duration asked(FailedAttempt failed) {
        return failed instanceof RefusedAnswer refused
                ? RetryAfter.of(refused, calls.settings().clock()).orElse(null)
                : null;
    }

    private ImageServiceException notRepeated(
            FailedAttempt failed, @Nullable Duration asked, RetryPolicy.Decision decision) {
        ImageServiceException failure = failure(failed, asked, decision.obstacle());
        if (decision.tooLong() != null) {
            failure.addSuppressed(new NextAttemptTooLate(decision.tooLong()));
        }
        return failure;
    }

    private ImageServiceException failure(FailedAttempt failed, @Nullable Duration asked, @Nullable String obstacle) {
        return Failures.of(call, history, failed, asked, obstacle, caller());
    }

    private @Nullable Caller caller() {
        TokenSource tokens = calls.tokens();
        return tokens == null ? null : tokens.caller().orElse(null);
    }
}
