package org.glance4j.feign.call;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.ExchangeFailure.Kind;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.http.Planned;
import org.glance4j.feign.observe.Announcers;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.Pauser;

/** Calls whose attempts end as a test has written down, in a time of their own. Used by one thread. */
final class Bench {

    static final ImageId IMAGE = ImageId.of("a96be11e-8536-4910-92cb-de50aa19dfe6");
    static final ProjectId MEMBER = ProjectId.of("123456");

    /** Makes every pause as long as it may be. */
    static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    /** The pauses that were made, in order. */
    final List<Duration> pauses = new ArrayList<>();

    /** What the token source does; by default it has a token always. */
    Supplier<Secret> token = () -> Secret.of("a-token");

    Pauser pauser = pause -> {};
    RandomGenerator random = () -> 0L;
    int maxAttempts = 4;
    int attempts;
    int rejections;

    private final Pauses between = new Pauses(this::pause);
    private long nanos;

    Ticker ticker() {
        return () -> nanos;
    }

    Deadline within(Duration duration) {
        return Deadline.after(ticker(), duration);
    }

    /** Ends the pauses, as closing the transport does. */
    void close() {
        between.close();
    }

    private void pause(Duration pause) throws InterruptedException {
        pauses.add(pause);
        pauser.pause(pause);
        nanos += pause.toNanos();
    }

    Calls calls() {
        RetrySettings settings = new RetrySettings(maxAttempts, between, random, () -> Instant.EPOCH);
        Origin origin = Origin.ofImageService(URI.create("http://glance.example"));
        return new Calls(new Tokens(), deadline -> origin, settings, Announcers.silent());
    }

    static Call call(Operation operation, Deadline deadline) {
        return new Call(
                operation, Routes.of(operation), IMAGE, MEMBER, null, null, deadline, (refusal, caller) -> List.of());
    }

    static Call call(Operation operation) {
        return call(operation, Deadline.none());
    }

    /** An exchange whose attempts end like this, one after the other; the last way of ending stays. */
    Exchange<String> script(Object... endings) {
        Deque<Object> left = new ArrayDeque<>(List.of(endings));
        return attempt -> {
            attempts++;
            Object ending = left.size() > 1 ? left.remove() : left.peek();
            if (ending instanceof FailedAttempt failed) {
                throw failed;
            }
            return String.valueOf(ending);
        };
    }

    /** An upload whose body is gone after its first attempt. */
    static Exchange<String> unrepeatable(Exchange<String> exchange) {
        return new Exchange<>() {
            @Override
            public String attempt(Attempt attempt) {
                return exchange.attempt(attempt);
            }

            @Override
            public boolean repeatable() {
                return false;
            }
        };
    }

    static FailedAttempt notSent() {
        return Planned.broken(Kind.CONNECTION, false, null);
    }

    static FailedAttempt reset() {
        return Planned.broken(Kind.CONNECTION, true, null);
    }

    static FailedAttempt halfAnAnswer() {
        return Planned.broken(Kind.ANSWER, true, 200);
    }

    static FailedAttempt refused(int status) {
        return Planned.refused(status, null);
    }

    static FailedAttempt refused(int status, String retryAfter) {
        return Planned.refused(status, retryAfter);
    }

    private final class Tokens implements TokenSource {
        @Override
        public Secret token(Deadline deadline) {
            return token.get();
        }

        @Override
        public boolean reject(Secret rejected) {
            rejections++;
            return true;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }
    }
}
