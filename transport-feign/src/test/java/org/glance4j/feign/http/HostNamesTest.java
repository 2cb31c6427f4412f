package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.glance4j.feign.http.ExchangeFailure.Kind;
import org.glance4j.feign.tls.TlsSettings;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection finds its host, and how long it waits for that. */
@Timeout(30)
class HostNamesTest {
    private static final HttpSettings SETTINGS = new HttpSettings(
            2, Duration.ofSeconds(10), Duration.ofSeconds(10), "test", TlsSettings.DEFAULT, Proxies.NONE);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private HttpServer server;
    private HttpEngine engine;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        engine = new HttpEngine(SETTINGS, SecretTexts.NONE, this::loopback);
    }

    @AfterEach
    void stop() {
        answered.countDown();
        engine.close();
        server.stop(0);
    }

    private InetAddress[] loopback(String host) throws UnknownHostException {
        asked.add(host);
        threads.add(Thread.currentThread());
        begun.countDown();
        if (host.startsWith("unknown")) {
            throw new UnknownHostException(host);
        }
        if (host.startsWith("faulty")) {
            throw new StackOverflowError();
        }
        if (host.startsWith("slow")) {
            assertThat(Thread.currentThread().getName()).isEqualTo("glance4j-host-names");
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private void send(String host, Deadline deadline) {
        URI url = URI.create("http://" + host + ":" + server.getAddress().getPort());
        Attempt attempt = new Attempt("GET /", Origin.ofImageService(url), null, deadline, null);
        engine.send(attempt, new OutgoingRequest("GET", "/", Map.of(), null, false))
                .none();
    }

    private ExchangeFailure failure(String host, Deadline deadline) {
        return catchThrowableOfType(ExchangeFailure.class, () -> send(host, deadline));
    }

    private static Deadline soon() {
        return Deadline.after(Ticker.systemTicker(), Duration.ofMillis(50));
    }

    @Test
    void aDeadlineEndsTheWaitForALookUpWhichAnotherCallTakesOver() {
        ExchangeFailure failure = failure("slow.example", soon());
        assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
        assertThat(failure.sent()).isFalse();
        assertThat(failure("slow.example", soon()).kind()).isEqualTo(Kind.DEADLINE);
        assertThat(asked).containsExactly("slow.example");

        send("another.example", Deadline.none());
        answered.countDown();
        send("slow.example", Deadline.none());
    }

    @Test
    void anInterruptEndsTheWaitForALookUp() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() ->
                interrupted.complete(failure("slow.example", Deadline.none()).kind() == Kind.INTERRUPTED
                        && Thread.currentThread().isInterrupted()));
        caller.start();
        begun.await();
        caller.interrupt();
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void closingEndsTheWaitForALookUp() throws Exception {
        CompletableFuture<ExchangeFailure> failure =
                CompletableFuture.supplyAsync(() -> failure("slow.example", Deadline.none()));
        begun.await();
        engine.close();
        assertThat(failure.get().kind()).isEqualTo(Kind.CLOSED);
    }

    @Test
    void aHostThatHasNoAddressIsTold() {
        ExchangeFailure failure = failure("unknown.example", Deadline.none());
        assertThat(failure).hasMessage("the service's host name is not known");
        assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
    }

    @Test
    void anErrorInALookUpEndsItsOwnExchangeOnly() {
        assertThat(failure("faulty.example", Deadline.none()).kind()).isEqualTo(Kind.CONNECTION);
        send("another.example", Deadline.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost"})
    void whatNeedsNoLookUpNeedsNoThread(String host) {
        send(host, Deadline.none());
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void aLookUpHoldsUpNoEndOfTheJvm() {
        send("another.example", Deadline.none());
        assertThat(threads)
                .singleElement()
                .satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
    }
}
