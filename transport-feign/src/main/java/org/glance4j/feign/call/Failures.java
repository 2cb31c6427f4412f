package org.glance4j.feign.call;

import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.RateLimitedException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.http.ExchangeFailure;
import org.glance4j.feign.http.RefusedAnswer;
import org.glance4j.internal.Refusals;
import org.glance4j.lifecycle.Refusal;
import org.jspecify.annotations.Nullable;

/** Says what a failed exchange means: which exception it is, and what the call did at the service. */
public final class Failures {
    static final String WAITED_FOR_TOKEN = "it was still waiting for a token";
    private static final String LOOK_FIRST = "look at the service before doing it again";

    private Failures() {}

    /**
     * Refuses to begin a call whose deadline has passed or whose thread is interrupted.
     *
     * @param call what is being called
     */
    public static void checkTime(Call call) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(call.failure().build(), null);
        }
        if (call.deadline().hasPassed()) {
            throw new DeadlineExceededException(call.failure().build(), null);
        }
    }

    /**
     * Returns the exception for an answer that is no success.
     *
     * @param call what was called
     * @param refused the answer
     * @param caller who called; null where that is not known
     * @return the exception, to be thrown
     */
    public static ImageServiceException of(Call call, RefusedAnswer refused, @Nullable Caller caller) {
        int status = refused.status();
        Failure.Builder failure = call.failure()
                .status(status)
                .serviceText(refused.text())
                .requestId(refused.requestId())
                .effect(Effect.NOT_APPLIED);
        if (status >= 500) {
            return serviceError(call, status, failure);
        }
        if (status == 429 || (status == 413 && refused.retryAfter())) {
            return new RateLimitedException(
                    failure.advice("wait before the next request").build(), null);
        }
        Optional<Refusal> refusal = Refusal.of(status);
        if (refusal.isPresent()) {
            failure.explanations(call.law().apply(refusal.get(), caller));
            failure.advice(Advice.after(call.operation(), refusal.get()));
            return Refusals.exception(refusal.get(), failure.build());
        }
        String advice = status < 400
                ? "redirects are not followed, so that the token stays with its origin: set the endpoint itself"
                : "is this the endpoint of an Image service?";
        return new UnexpectedAnswerException(failure.advice(advice).build(), null);
    }

    private static ImageServiceException serviceError(Call call, int status, Failure.Builder failure) {
        // A service that fails may have done its work first.
        boolean change = call.operation().isChange();
        Failure known = failure.effect(change ? Effect.UNKNOWN : Effect.NOT_APPLIED)
                .advice(change ? LOOK_FIRST : "try again later")
                .build();
        return status == 503 ? new ServiceUnavailableException(known, null) : new ServiceErrorException(known, null);
    }

    /**
     * Returns the exception for an exchange that brought no usable answer.
     *
     * @param call what was called
     * @param broken what became of it
     * @return the exception, to be thrown
     */
    public static ImageServiceException of(Call call, ExchangeFailure broken) {
        Effect effect = effect(call, broken.sent(), broken.status());
        Failure.Builder failure = call.failure()
                .status(broken.status())
                .requestId(broken.requestId())
                .effect(effect);
        String lookFirst = effect == Effect.UNKNOWN ? LOOK_FIRST : null;
        return switch (broken.kind()) {
            case DEADLINE ->
                new DeadlineExceededException(failure.advice(lookFirst).build(), broken);
            case INTERRUPTED -> {
                // Whoever noticed the interrupt may have cleared the flag, which is for the caller to see.
                Thread.currentThread().interrupt();
                yield new CallInterruptedException(failure.advice(lookFirst).build(), broken);
            }
            case CLOSED ->
                new TransportClosedException(failure.advice(lookFirst).build(), broken);
            case SOURCE -> {
                // The connection ended inside the body, so the service cannot take the part for the whole: Glance
                // 25.1.0
                // sets the image back to queued.
                failure.effect(broken.sent() ? Effect.NOT_APPLIED : Effect.NOT_SENT);
                yield new ImageDataSourceException(
                        failure.advice(broken.getMessage()).build(), broken);
            }
            case PROXY ->
                new ConfigurationException(
                        failure.effect(Effect.NOT_SENT)
                                .advice(broken.getMessage())
                                .build(),
                        broken);
            case ANSWER ->
                new UnexpectedAnswerException(
                        failure.advice(broken.getMessage()).build(), broken);
            case CONNECTION -> {
                Failure known = failure.advice(
                                lookFirst == null ? broken.getMessage() : broken.getMessage() + "; " + lookFirst)
                        .build();
                yield effect == Effect.UNKNOWN
                        ? new OutcomeUnknownException(known, broken)
                        : new ConnectionFailedException(known, broken);
            }
        };
    }

    private static Effect effect(Call call, boolean sent, @Nullable Integer status) {
        if (!sent) {
            return Effect.NOT_SENT;
        }
        if (!call.operation().isChange()) {
            return Effect.NOT_APPLIED;
        }
        if (status == null) {
            return Effect.UNKNOWN;
        }
        return status >= 200 && status < 300 ? Effect.APPLIED : Effect.NOT_APPLIED;
    }
}
