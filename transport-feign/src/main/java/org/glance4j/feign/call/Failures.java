package org.glance4j.feign.call;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.RefusedAnswer;
import org.glance4j.internal.Refusals;
import org.glance4j.lifecycle.Refusal;
import org.jspecify.annotations.Nullable;

/** Says what a failed call means: which exception it is, and what the call did at the service. */
public final class Failures {
    private static final String WAITED_FOR_TOKEN = "it was still waiting for a token";
    private static final String LOOK_FIRST = "look at the service before doing it again";

    private Failures() {}

    /** Refuses to go on with a call whose deadline has passed or whose thread is interrupted. */
    static void checkTime(Call call, History history) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(known(call, history, null).build(), history.doubt());
        }
        if (call.deadline().hasPassed()) {
            throw new DeadlineExceededException(known(call, history, null).build(), history.doubt());
        }
    }

    /**
     * Returns the exception for data that ended while it was read.
     *
     * @param call what was called
     * @param broken how it ended
     * @return the exception, to be thrown
     */
    public static ImageServiceException whileReading(Call call, ExchangeFailure broken) {
        return of(broken, Effect.NOT_APPLIED, call.failure(), null, broken);
    }

    static ImageServiceException of(
            Call call,
            History history,
            FailedAttempt failed,
            @Nullable Duration asked,
            @Nullable String obstacle,
            @Nullable Caller caller) {
        Failure.Builder known = known(call, history, failed).retryAfter(asked);
        String said = joined(attempts(history), obstacle);
        if (failed instanceof ExchangeFailure broken) {
            return with(failed, history, of(broken, history.effect(), known, said, cause(history, failed)));
        }
        return with(failed, history, of(call, (RefusedAnswer) failed, history, known, said, caller));
    }

    private static ImageServiceException of(
            Call call,
            RefusedAnswer refused,
            History history,
            Failure.Builder known,
            @Nullable String said,
            @Nullable Caller caller) {
        int status = refused.status();
        known.serviceText(refused.text());
        Throwable cause = history.doubt() == refused ? null : history.doubt();
        String lookFirst = history.effect() == Effect.UNKNOWN ? LOOK_FIRST : null;
        if (status >= 500) {
            Failure failure = known.advice(joined(said, lookFirst == null ? "try again later" : lookFirst))
                    .build();
            return status == 503
                    ? new ServiceUnavailableException(failure, cause)
                    : new ServiceErrorException(failure, cause);
        }
        if (Ending.of(refused) == Ending.TOO_MANY) {
            String wait = known.build().retryAfter() == null ? "wait before the next request" : null;
            return new RateLimitedException(
                    known.advice(joined(said, wait, lookFirst)).build(), cause);
        }
        Optional<Refusal> refusal = Refusal.of(status);
        if (refusal.isPresent()) {
            known.explanations(call.law().apply(refusal.get(), caller));
            known.advice(joined(said, Advice.after(call.operation(), refusal.get()), lookFirst));
            return Refusals.exception(refusal.get(), known.build(), cause);
        }
        String advice = status < 400
                ? "redirects are not followed, so that the token stays with its origin: set the endpoint itself"
                : "is this the endpoint of an Image service?";
        return new UnexpectedAnswerException(
                known.advice(joined(said, advice, lookFirst)).build(), cause);
    }

    private static ImageServiceException of(
            ExchangeFailure broken, Effect effect, Failure.Builder known, @Nullable String said, Throwable cause) {
        known.effect(effect).status(broken.status()).requestId(broken.requestId());
        String lookFirst = effect == Effect.UNKNOWN ? LOOK_FIRST : null;
        String ended = joined(said, lookFirst);
        String problem = joined(said, broken.getMessage(), lookFirst);
        return switch (broken.kind()) {
            case DEADLINE -> new DeadlineExceededException(known.advice(ended).build(), cause);
            case INTERRUPTED -> {
                // Whoever noticed the interrupt may have cleared the flag, which is for the caller to see.
                Thread.currentThread().interrupt();
                yield new CallInterruptedException(known.advice(ended).build(), cause);
            }
            case CLOSED -> new TransportClosedException(known.advice(ended).build(), cause);
            case SOURCE -> new ImageDataSourceException(known.advice(problem).build(), cause);
            case PROXY -> new ConfigurationException(known.advice(problem).build(), cause);
            case ANSWER, FOREIGN ->
                new UnexpectedAnswerException(known.advice(problem).build(), cause);
            case CONNECTION, SILENCE -> {
                Failure failure = known.advice(problem).build();
                yield switch (effect) {
                    case UNKNOWN -> new OutcomeUnknownException(failure, cause);
                    case APPLIED -> new UnexpectedAnswerException(failure, cause);
                    case NOT_SENT, NOT_APPLIED -> new ConnectionFailedException(failure, cause);
                };
            }
        };
    }

    /** The exception where a token could not be had, or the endpoint not be found out. */
    static ImageServiceException withoutToken(Call call, History history, ImageServiceException why) {
        Failure.Builder known = known(call, history, null).advice(joined(attempts(history), WAITED_FOR_TOKEN));
        if (why instanceof DeadlineExceededException) {
            return new DeadlineExceededException(known.build(), why);
        }
        if (why instanceof CallInterruptedException) {
            return new CallInterruptedException(known.build(), why);
        }
        if (history.doubt() != null) {
            String advice = joined(attempts(history), "there was no token for another", LOOK_FIRST);
            return suppressing(
                    why, new OutcomeUnknownException(known.advice(advice).build(), history.doubt()));
        }
        return history.attempts() == 0 ? why : answered(why);
    }

    /** Says of a failure before anything was sent that an earlier attempt was answered. */
    private static ImageServiceException answered(ImageServiceException why) {
        Failure failure = why.failure().toBuilder().effect(Effect.NOT_APPLIED).build();
        if (why instanceof ConnectionFailedException) {
            return new ConnectionFailedException(failure, why.getCause());
        }
        if (why instanceof TransportClosedException) {
            return new TransportClosedException(failure, why.getCause());
        }
        if (why instanceof ConfigurationException) {
            return new ConfigurationException(failure, why.getCause());
        }
        return why;
    }

    /** The exception where the look at what became of a change failed. */
    static ImageServiceException notFoundOut(
            Call call, History history, FailedAttempt failed, ImageServiceException why) {
        Failure.Builder known = known(call, history, failed);
        known.advice(joined(attempts(history), "what became of it could not be found out", LOOK_FIRST));
        if (why instanceof DeadlineExceededException) {
            return with(failed, history, new DeadlineExceededException(known.build(), why));
        }
        if (why instanceof CallInterruptedException) {
            return with(failed, history, new CallInterruptedException(known.build(), why));
        }
        if (why instanceof TransportClosedException) {
            return with(failed, history, new TransportClosedException(known.build(), why));
        }
        return suppressing(why, unsettled(known.build(), history));
    }

    /** The exception where the look at what became of a change found something else. */
    static ImageServiceException surprising(
            Call call, History history, FailedAttempt failed, String surprise, @Nullable Caller caller) {
        if (failed instanceof RefusedAnswer) {
            return of(call, history, failed, null, surprise, caller);
        }
        String advice = joined(attempts(history), surprise, LOOK_FIRST);
        return unsettled(known(call, history, failed).advice(advice).build(), history);
    }

    private static ImageServiceException unsettled(Failure failure, History history) {
        return failure.effect() == Effect.APPLIED
                ? new UnexpectedAnswerException(failure, history.doubt())
                : new OutcomeUnknownException(failure, history.doubt());
    }

    static ImageServiceException closed(Call call, History history, FailedAttempt failed) {
        return new TransportClosedException(paused(call, history, failed), cause(history, failed));
    }

    static ImageServiceException interrupted(Call call, History history, FailedAttempt failed, Throwable interrupt) {
        CallInterruptedException ended =
                new CallInterruptedException(paused(call, history, failed), cause(history, failed));
        ended.addSuppressed(interrupt);
        return ended;
    }

    private static Failure paused(Call call, History history, FailedAttempt failed) {
        String lookFirst = history.effect() == Effect.UNKNOWN ? LOOK_FIRST : null;
        return known(call, history, failed)
                .advice(joined(attempts(history), "it was waiting for the next one", lookFirst))
                .build();
    }

    private static Failure.Builder known(Call call, History history, @Nullable FailedAttempt failed) {
        Failure.Builder known = call.failure().effect(history.effect());
        if (failed instanceof RefusedAnswer refused) {
            known.status(refused.status());
        } else if (failed instanceof ExchangeFailure broken) {
            known.status(broken.status());
        }
        return known.requestId(failed == null ? null : failed.requestId());
    }

    private static @Nullable String attempts(History history) {
        return history.attempts() < 2 ? null : history.attempts() + " attempts were made";
    }

    /** What started the doubt is the cause; without one it is the last failure. */
    private static FailedAttempt cause(History history, FailedAttempt failed) {
        FailedAttempt doubt = history.doubt();
        return doubt == null ? failed : doubt;
    }

    private static ImageServiceException with(FailedAttempt failed, History history, ImageServiceException exception) {
        FailedAttempt doubt = history.doubt();
        return doubt == null || doubt == failed ? exception : suppressing(failed, exception);
    }

    private static ImageServiceException suppressing(Throwable suppressed, ImageServiceException exception) {
        exception.addSuppressed(suppressed);
        return exception;
    }

    private static @Nullable String joined(@Nullable String... clauses) {
        String text = Stream.of(clauses).filter(c -> c != null).collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }
}
