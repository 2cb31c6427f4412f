package org.glance4j.feign.observe;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.glance4j.observe.AttemptEnd;
import org.glance4j.observe.CallEnd;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.Repeat;
import org.glance4j.observe.SentRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One call that is listened to. Used by the thread of the call. */
public final class WatchedCall {
    private final ObservedCall call;
    private final ClientListener listener;
    private final Ticker ticker;
    private final Logger log;
    private final long beganNanos;
    private int attempts;
    private long attemptBeganNanos;
    private boolean underWay;

    WatchedCall(ObservedCall call, ClientListener listener, Ticker ticker, Logger log) {
        this.call = call;
        this.listener = listener;
        this.ticker = ticker;
        this.log = log;
        this.beganNanos = ticker.read();
    }

    /**
     * Returns which attempt the next request belongs to.
     *
     * @return a number that counts from 1
     */
    public int nextAttempt() {
        return attempts + 1;
    }

    /**
     * Says that a request is about to be sent.
     *
     * @param request the request
     */
    public void attemptBegan(SentRequest request) {
        attempts = request.attempt();
        underWay = true;
        attemptBeganNanos = ticker.read();
        if (log.isTraceEnabled()) {
            log.trace("{}", request.toCurl());
        }
        listener.attemptBegan(call, request);
    }

    /**
     * Says that an attempt is over, if its request was about to be sent.
     *
     * @param result what came of it
     * @param status the answer's status; null where there is none
     * @param requestId the service's id of the request; null where there is none
     */
    public void attemptEnded(AttemptEnd.Result result, @Nullable Integer status, @Nullable String requestId) {
        if (!underWay) {
            return;
        }
        underWay = false;
        Duration duration = since(attemptBeganNanos);
        if (log.isDebugEnabled()) {
            String outcome = status == null
                    ? result.name()
                    : result == AttemptEnd.Result.ANSWERED ? status.toString() : status + " " + result;
            log.debug(
                    "{} -> {}, request {}, {} ms",
                    call.route(),
                    outcome,
                    requestId == null ? "without id" : requestId,
                    duration.toMillis());
        }
        listener.attemptEnded(call, new AttemptEnd(attempts, result, status, requestId, duration));
    }

    /**
     * Says that the call is going to make another attempt.
     *
     * @param pause how long it waits before
     * @param asked whether the service said how long
     */
    public void repeats(Duration pause, boolean asked) {
        log.debug(
                "{}: attempt {} in {} ms{}",
                call.route(),
                attempts + 1,
                pause.toMillis(),
                asked ? ", as the service asks" : "");
        listener.callRepeats(call, new Repeat(attempts + 1, pause, asked));
    }

    /** Says that the service has refused the token. */
    public void tokenRejected() {
        log.debug("{}: the token was refused", call.route());
        listener.tokenRejected();
    }

    /**
     * Says that the call is over.
     *
     * @param failure what it failed with; null for a success
     */
    public void ended(@Nullable RuntimeException failure) {
        // What is no failure of an attempt, a fault in a decoder say, has gone past its end.
        attemptEnded(AttemptEnd.Result.LOST, null, null);
        CallEnd end = new CallEnd(attempts, since(beganNanos), failure);
        if (failure != null || attempts > 1) {
            log.debug(
                    "{}: {} after {} attempts, {} ms{}",
                    call.route(),
                    end.outcome(),
                    attempts,
                    end.duration().toMillis(),
                    end.effect().map(effect -> ", " + effect.phrase()).orElse(""));
        }
        listener.callEnded(call, end);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(ticker.read() - nanos);
    }
}
