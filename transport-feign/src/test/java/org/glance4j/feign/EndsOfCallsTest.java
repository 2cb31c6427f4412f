package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.StubServer.Script;
import org.glance4j.model.MemberStatus;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadline, interrupt and closing end a call wherever it is. */
@Timeout(30)
class EndsOfCallsTest {
    private static final Duration SOON = Duration.ofMillis(100);

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private StubServer server;
    private FeignTransport transport;

    private void start(Script script) throws IOException {
        server = new StubServer(request -> {
            Reply reply = script.answer(request);
            arrived.countDown();
            return reply;
        });
        transport = Stubs.transport(server);
    }

    private void startHanging() throws IOException {
        server = new StubServer(new Script() {
            @Override
            public Reply answer(Received request) throws Exception {
                arrived.countDown();
                return server.hang();
            }
        });
        transport = Stubs.transport(server);
    }

    /** A body of which the half comes, and then nothing. */
    private void startStalling(String contentType) throws IOException {
        server = StubServer.stalling(
                "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: 1000\r\n\r\n{\"half\":",
                arrived);
        transport = Stubs.transport(server);
    }

    @BeforeEach
    void clearInterrupt() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
        pool.shutdownNow();
    }

    private ImageTransport soon() {
        return transport.within(Deadline.after(Ticker.systemTicker(), SOON));
    }

    private static void read(ImageTransport transport) {
        assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
    }

    private static void change(ImageTransport transport) {
        assertThat(transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED))
                .isNotNull();
    }

    @Test
    void aDeadlineEndsACallThatHangs() throws Exception {
        startHanging();
        assertThat(effect(DeadlineExceededException.class, () -> read(soon()))).isEqualTo(Effect.NOT_APPLIED);
        assertThat(effect(DeadlineExceededException.class, () -> change(soon())))
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void aDeadlineInTheBodyOfAChangeSaysThatItWasApplied() throws Exception {
        startStalling("application/json");
        // Long enough for the head to arrive on a machine that has other things to do.
        ImageTransport later = transport.within(Deadline.after(Ticker.systemTicker(), Duration.ofSeconds(1)));
        assertThat(effect(DeadlineExceededException.class, () -> change(later))).isEqualTo(Effect.APPLIED);
    }

    @Test
    void aDeadlineThatHasPassedSendsNothing() throws Exception {
        start(request -> Reply.json(200, Stubs.image("")));
        ImageTransport late = transport.within(Deadline.after(Ticker.systemTicker(), Duration.ZERO));
        assertThat(effect(DeadlineExceededException.class, () -> change(late))).isEqualTo(Effect.NOT_SENT);
        assertThat(server.received()).isEmpty();
        read(transport);
    }

    @Test
    void aDeadlineEndsADownloadThatStalls() throws Exception {
        startStalling("application/octet-stream");
        try (ImageDownload download = soon().data().download(Stubs.IMAGE)) {
            assertThatThrownBy(() -> download.stream().readAllBytes()).isInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void aDeadlineEndsTheWaitForAConnection() throws Exception {
        startHanging();
        FeignTransport narrow = FeignTransport.builder()
                .endpoint(server.url())
                .tokenSource(new Stubs.FixedToken())
                .maxConnections(1)
                .build();
        Future<?> first = pool.submit(() -> assertThatThrownBy(() -> read(narrow)));
        arrived.await();
        ImageTransport soon = narrow.within(Deadline.after(Ticker.systemTicker(), SOON));
        assertThat(effect(DeadlineExceededException.class, () -> change(soon))).isEqualTo(Effect.NOT_SENT);
        narrow.close();
        first.get();
    }

    @Test
    void aSilentServiceIsNotWaitedForLongerThanTheResponseTimeoutInEachAttempt() throws Exception {
        startHanging();
        try (FeignTransport hasty = FeignTransport.builder()
                .endpoint(server.url())
                .tokenSource(new Stubs.FixedToken())
                .responseTimeout(SOON)
                .build()) {
            assertThatThrownBy(() -> read(hasty))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("silent");
            assertThat(server.received()).as("attempts").hasSize(4);
            assertThatThrownBy(() -> change(hasty)).isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void anUploadThatTheServiceDoesNotReadEndsAfterTheResponseTimeout() throws Exception {
        startHangingBeforeTheBody();
        try (FeignTransport hasty = Stubs.builder(server).responseTimeout(SOON).build()) {
            assertThatThrownBy(() -> hasty.data().upload(Stubs.IMAGE, ImageData.of(new ZeroStream())))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("the service takes no more of the request");
        }
    }

    @Test
    void aDeadlineEndsAnUploadThatTheServiceDoesNotRead() throws Exception {
        startHangingBeforeTheBody();
        ZeroStream zeroes = new ZeroStream();
        // Longer than the second for which an upload waits to be asked for.
        Deadline later = Deadline.after(Ticker.systemTicker(), Duration.ofSeconds(2));
        assertThat(effect(
                        DeadlineExceededException.class,
                        () -> transport.within(later).data().upload(Stubs.IMAGE, ImageData.of(zeroes))))
                .isEqualTo(Effect.UNKNOWN);
        assertThat(zeroes.begun.getCount()).isZero();
    }

    @Test
    void anInterruptEndsAnUploadThatTheServiceDoesNotRead() throws Exception {
        startHangingBeforeTheBody();
        ZeroStream zeroes = new ZeroStream();
        assertThat(interrupted(zeroes.begun, () -> {
                    Effect effect = effect(
                            CallInterruptedException.class,
                            () -> transport.data().upload(Stubs.IMAGE, ImageData.of(zeroes)));
                    return effect + " " + Thread.currentThread().isInterrupted();
                }))
                .isEqualTo("UNKNOWN true");
    }

    /** A service that takes the head of an upload, and nothing more. */
    private void startHangingBeforeTheBody() throws IOException {
        server = new StubServer(new Script() {
            @Override
            public Reply answer(Received request) {
                throw new IllegalStateException("the body is not read");
            }

            @Override
            public Reply early(Received request) throws InterruptedException {
                arrived.countDown();
                return server.hang();
            }
        });
        transport = Stubs.transport(server);
    }

    /** As many zeroes as one likes to read. */
    private static final class ZeroStream extends InputStream {
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            begun.countDown();
            Arrays.fill(bytes, offset, offset + count, (byte) 0);
            return count;
        }
    }

    @Test
    void anInterruptEndsACallThatHangsAndStaysSet() throws Exception {
        startHanging();
        assertThat(interrupted(arrived, () -> {
                    Effect effect = effect(CallInterruptedException.class, () -> change(transport));
                    return effect + " " + Thread.currentThread().isInterrupted();
                }))
                .isEqualTo("UNKNOWN true");
    }

    @Test
    void anInterruptEndsADownloadThatStallsAndStaysSet() throws Exception {
        startStalling("application/octet-stream");
        CountDownLatch opened = new CountDownLatch(1);
        assertThat(interrupted(opened, () -> {
                    try (ImageDownload download = transport.data().download(Stubs.IMAGE)) {
                        opened.countDown();
                        assertThatThrownBy(() -> download.stream().readAllBytes())
                                .isInstanceOf(CallInterruptedException.class);
                    }
                    return Thread.currentThread().isInterrupted();
                }))
                .isEqualTo(true);
    }

    @Test
    void anInterruptedThreadSendsNothing() throws Exception {
        start(request -> Reply.json(200, Stubs.image("")));
        Thread.currentThread().interrupt();
        assertThat(effect(CallInterruptedException.class, () -> change(transport)))
                .isEqualTo(Effect.NOT_SENT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.received()).isEmpty();
        read(transport);
    }

    @Test
    void closingEndsCallsUnderWayAndLaterOnes() throws Exception {
        startHanging();
        Future<Effect> underWay = pool.submit(() -> effect(TransportClosedException.class, () -> change(transport)));
        arrived.await();
        transport.close();
        assertThat(underWay.get()).isEqualTo(Effect.UNKNOWN);
        assertThat(effect(TransportClosedException.class, () -> change(transport)))
                .isEqualTo(Effect.NOT_SENT);
        assertThat(effect(TransportClosedException.class, () -> read(soon()))).isEqualTo(Effect.NOT_SENT);
        transport.close();
    }

    @Test
    void closingEndsADownload() throws Exception {
        startStalling("application/octet-stream");
        try (ImageDownload download = transport.data().download(Stubs.IMAGE)) {
            transport.close();
            assertThatThrownBy(() -> download.stream().readAllBytes()).isInstanceOf(TransportClosedException.class);
        }
    }

    /** Runs a call on a thread of its own, which is interrupted once it is so far. */
    private <T> T interrupted(CountDownLatch soFar, Callable<T> call) throws Exception {
        Thread[] thread = new Thread[1];
        CountDownLatch begun = new CountDownLatch(1);
        Future<T> result = pool.submit(() -> {
            thread[0] = Thread.currentThread();
            begun.countDown();
            return call.call();
        });
        begun.await();
        soFar.await();
        thread[0].interrupt();
        return result.get();
    }

    private static Effect effect(Class<? extends ImageServiceException> expected, ThrowingCallable call) {
        return catchThrowableOfType(expected, call).effect();
    }
}
