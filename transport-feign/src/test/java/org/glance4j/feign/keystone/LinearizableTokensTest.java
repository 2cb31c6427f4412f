package org.glance4j.feign.keystone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.observe.Announcer;
import org.glance4j.observe.ClientListener;
import org.glance4j.testing.Soak;
import org.glance4j.transport.Deadline;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Tokens that are asked for, refused and over, by threads that meet at every point of the code: what each of them sees must
 * also be what some order of them, one after the other, would have shown. Tagged, because Lincheck rewrites classes of the
 * JDK: it wants a JVM to itself.
 */
@Tag("soak")
@DisabledForJreRange(min = JRE.JAVA_24, disabledReason = "Lincheck calls what these Java versions warn of")
class LinearizableTokensTest {
    private static final long TIMEOUT_MILLIS = 120_000;
    private static final Announcer NOBODY = new Announcer(ClientListener.none(), () -> 0);

    @Test
    void tokensAreThoseThatAnOrderOfTheCallsWouldGive() {
        assertThatCode(() -> scenarios(Soak.times(100)).check(Shared.class)).doesNotThrowAnyException();
    }

    /** One thread is on its way out of its request while another, that comes later, waits for what it brings. */
    @Test
    void tokenThatWasOverBeforeTheCallIsNotHandedOut() {
        ExecutionScenario overWhileAskedFor =
                new ExecutionScenario(List.of(), List.of(calls("token"), calls("over", "token")), calls("token"), null);

        assertThatCode(() -> scenarios(0)
                        .invocationsPerIteration(500)
                        .addCustomScenario(overWhileAskedFor)
                        .check(Shared.class))
                .doesNotThrowAnyException();
    }

    private static List<Actor> calls(String... names) {
        return Stream.of(names).map(LinearizableTokensTest::call).toList();
    }

    private static Actor call(String name) {
        try {
            return new Actor(Shared.class.getMethod(name), List.of(), false, false, false, false, false);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Test
    void sourceThatAsksTwiceForOneTokenIsCaught() {
        assertThatThrownBy(() -> scenarios(50).check(ChecksThenActs.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    private static ModelCheckingOptions scenarios(int count) {
        return new ModelCheckingOptions()
                .iterations(count)
                .invocationsPerIteration(100)
                .threads(2)
                .actorsBefore(1)
                .actorsPerThread(2)
                .actorsAfter(1)
                .minimizeFailedScenario(false)
                // Rewriting a class at its first use takes a busy machine longer than Lincheck waits by itself.
                .invocationTimeout$lincheck(TIMEOUT_MILLIS)
                .sequentialSpecification(InTurn.class);
    }

    /** What threads do; tokens are numbered by the request that brought them. */
    abstract static class Tokens {
        /** More than a token of unknown life is used. */
        private static final long LONG = Duration.ofHours(1).toNanos();

        final AtomicLong now = new AtomicLong();
        final AtomicInteger requests = new AtomicInteger();

        abstract TokenSource source();

        @Operation
        public String token() {
            return source().token(Deadline.none()).reveal();
        }

        @Operation
        public void refused(@Param(gen = IntGen.class, conf = "1:2") int number) {
            source().reject(secret(number));
        }

        @Operation
        public void over() {
            now.addAndGet(LONG);
        }

        final Issued request() {
            return new Issued(IdentityVersion.V3, secret(requests.incrementAndGet()), MissingNode.getInstance(), null);
        }

        private static Secret secret(int number) {
            return Secret.of("token " + number);
        }
    }

    public static final class Shared extends Tokens {
        private final TokenSource source = new KeystoneTokens(deadline -> request(), false, now::get, NOBODY);

        @Override
        TokenSource source() {
            return source;
        }
    }

    /** The order that is looked for: one thread. */
    public static final class InTurn extends Tokens {
        private final TokenSource source = new Simple(this);

        @Override
        TokenSource source() {
            return source;
        }
    }

    /** The same by two threads at a time. */
    public static final class ChecksThenActs extends Tokens {
        private final TokenSource source = new Simple(this);

        @Override
        TokenSource source() {
            return source;
        }
    }

    /** Looks whether there is a token, and asks for one: right for one thread only. */
    private static final class Simple implements TokenSource {
        private final Tokens tokens;
        private volatile @Nullable Session current;

        Simple(Tokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public Secret token(Deadline deadline) {
            Session session = current;
            if (session == null || session.renewNanos() <= tokens.now.get()) {
                session = Sessions.of(tokens.request(), tokens.now.get());
                current = session;
            }
            return session.token();
        }

        @Override
        public boolean reject(Secret token) {
            Session session = current;
            if (session != null && session.token().equals(token)) {
                current = null;
            }
            return true;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }
    }
}
