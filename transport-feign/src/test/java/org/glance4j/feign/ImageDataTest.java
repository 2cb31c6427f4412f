package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.RangeNotSatisfiableException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.StubServer.Script;
import org.glance4j.model.ByteRange;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Image data up and down, and what becomes of it when one side is at fault. */
@Timeout(30)
class ImageDataTest {
    private static final int CHUNK = 64 << 10;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_001})
    void aBodyOfKnownLengthArrivesWhole(int length) throws IOException {
        String data = text(length);
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            transport.data().upload(Stubs.IMAGE, ImageData.of(data.getBytes(UTF_8)));
            assertThat(server.received()).singleElement().satisfies(request -> {
                assertThat(request.headers()).containsEntry("content-length", String.valueOf(length));
                assertThat(request.body()).isEqualTo(data);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 300_001})
    void aBodyOfUnknownLengthArrivesWhole(int length) throws IOException {
        String data = text(length);
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            transport.data().upload(Stubs.IMAGE, ImageData.of(new ByteArrayInputStream(data.getBytes(UTF_8))));
            assertThat(server.received()).singleElement().satisfies(request -> {
                assertThat(request.headers()).containsEntry("transfer-encoding", "chunked");
                assertThat(request.body()).isEqualTo(data);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-CHUNK, -1, 1, CHUNK})
    void aSourceThatGivesMoreOrLessThanItSaidNeverLooksWhole(int difference) throws Exception {
        byte[] data = text(3 * CHUNK).getBytes(UTF_8);
        assertNeverWhole(new Source(new ByteArrayInputStream(data), OptionalLong.of(data.length - difference)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSourceThatFailsNeverLooksWhole(boolean known) throws Exception {
        InputStream broken = brokenOff(new IOException("the disk is on fire"));
        ImageDataSourceException failure =
                assertNeverWhole(new Source(broken, known ? OptionalLong.of(4 * CHUNK) : OptionalLong.empty()));
        assertThat(failure).hasMessageContaining("the disk is on fire");
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalStateException("a fault"),
                new ExecutionException("undeclared, as other languages throw it", null),
                new StackOverflowError(),
                new AssertionError("a fault"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aSourceWithAFaultOfItsOwnNeverLooksWhole(Throwable fault) throws Exception {
        assertNeverWhole(new Source(brokenOff(fault), OptionalLong.of(4 * CHUNK)));
        ImageDataSourceException failure = assertNeverWhole(new Source(brokenOff(fault), OptionalLong.empty()));
        assertThat(failure).hasRootCause(fault);
    }

    @Test
    void aSourceThatIsInterruptedIsTheCallsInterrupt() throws IOException {
        InputStream interrupted = brokenOff(new InterruptedException());
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> transport.data().upload(Stubs.IMAGE, ImageData.of(interrupted)))
                    .isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aSourceWithAFaultDisturbsNoOtherCall() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        Script answers = request -> {
            if (request.method().equals("PUT")) {
                return Reply.noContent();
            }
            if (open.getCount() > 0) {
                open.countDown();
                failed.await();
            }
            return Reply.json(200, Stubs.image(""));
        };
        try (StubServer server = new StubServer(answers);
                FeignTransport transport = Stubs.transport(server)) {
            CompletableFuture<Image> other =
                    CompletableFuture.supplyAsync(() -> transport.images().get(Stubs.IMAGE));
            open.await();
            Source faulty = new Source(brokenOff(new AssertionError("a fault")), OptionalLong.empty());
            assertThatThrownBy(() -> transport.data().upload(Stubs.IMAGE, faulty))
                    .isInstanceOf(ImageDataSourceException.class);
            failed.countDown();
            assertThat(other.get().id()).isEqualTo(Stubs.IMAGE);
            assertThat(transport.images().get(Stubs.IMAGE).id()).isEqualTo(Stubs.IMAGE);
        }
    }

    /** Some data, and then a failure. */
    private static InputStream brokenOff(Throwable failure) {
        return new SequenceInputStream(new ByteArrayInputStream(text(3 * CHUNK).getBytes(UTF_8)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw ImageDataTest.<RuntimeException>undeclared(failure);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E undeclared(Throwable failure) throws E {
        throw (E) failure;
    }

    private static ImageDataSourceException assertNeverWhole(ImageData data) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            server.onRequest(ended::countDown);
            ImageDataSourceException failure = catchThrowableOfType(
                    ImageDataSourceException.class, () -> transport.data().upload(Stubs.IMAGE, data));
            assertThat(failure.effect()).isEqualTo(Effect.NOT_APPLIED);
            ended.await();
            assertThat(server.received())
                    .singleElement()
                    .satisfies(r -> assertThat(r.complete()).isFalse());
            return failure;
        }
    }

    static Stream<Throwable> obstacles() {
        return Stream.of(new IOException("no such file"), new AssertionError("a fault"));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void aSourceThatCannotBeOpenedSendsNothing(Throwable obstacle) throws IOException {
        ImageData data = new ImageData() {
            @Override
            public InputStream open() {
                throw ImageDataTest.<RuntimeException>undeclared(obstacle);
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.empty();
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            ImageDataSourceException failure = catchThrowableOfType(
                    ImageDataSourceException.class, () -> transport.data().upload(Stubs.IMAGE, data));
            assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aStreamIsClosedWhateverBecomesOfItsUpload() throws IOException {
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server);
                FeignTransport tokenless =
                        Stubs.withPassword(server).maxAttempts(1).build()) {
            Deadline passed = Deadline.after(Ticker.systemTicker(), Duration.ZERO);
            assertClosed(stream -> transport.data().upload(Stubs.IMAGE, stream));
            assertClosed(stream -> assertThatThrownBy(() -> tokenless.data().upload(Stubs.IMAGE, stream)));
            assertClosed(stream -> assertThatThrownBy(() -> transport.data().upload(ImageId.of("a/b"), stream)));
            assertClosed(stream ->
                    assertThatThrownBy(() -> transport.within(passed).data().upload(Stubs.IMAGE, stream)));
            assertThat(server.received()).extracting(Received::method).containsExactly("PUT", "POST");
        }
    }

    private static void assertClosed(Consumer<ImageData> upload) {
        AtomicInteger closed = new AtomicInteger();
        upload.accept(ImageData.of(new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                throw new IOException("it cannot be closed");
            }
        }));
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatCanBeOpenedAgainIsNotOpenedForNothing() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        ImageData file = new ImageData() {
            @Override
            public InputStream open() {
                opened.incrementAndGet();
                return InputStream.nullInputStream();
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(0);
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> transport.data().upload(ImageId.of("a/b"), file))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(opened).hasValue(0);
            transport.data().upload(Stubs.IMAGE, file);
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void aRefusalBeforeTheBodyIsReadAndNothingIsUploaded() throws IOException {
        Script refusing = new Script() {
            @Override
            public Reply answer(Received request) {
                return Reply.noContent();
            }

            @Override
            public Reply early(Received request) {
                return Reply.json(409, "{\"message\":\"not queued\"}");
            }
        };
        try (StubServer server = new StubServer(refusing);
                FeignTransport transport = Stubs.transport(server)) {
            Source endless = new Source(new Endless(), OptionalLong.empty());
            assertThatThrownBy(() -> transport.data().upload(Stubs.IMAGE, endless))
                    .isInstanceOf(ImageStatusConflictException.class)
                    .hasMessageContaining("not queued");
            assertThat(server.received())
                    .singleElement()
                    .satisfies(r -> assertThat(r.body()).isEmpty());
        }
    }

    @Test
    void aServerThatDropsTheUploadLeavesItsOutcomeUnknown() throws IOException {
        try (StubServer server = new StubServer(r -> Reply.nothing());
                FeignTransport transport = Stubs.transport(server)) {
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[10])));
            assertThat(unknown.effect()).isEqualTo(Effect.UNKNOWN);
        }
    }

    /** The server goes on reading, so that neither a reset nor a full buffer ends the upload. */
    @Test
    void aRefusalInTheMiddleEndsTheUpload() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(URI.create("http://127.0.0.1:" + listener.getLocalPort()))
                        .tokenSource(new Stubs.FixedToken())
                        .build()) {
            new Thread(() -> refuseAndReadOn(listener)).start();
            ImageServiceException refused = catchThrowableOfType(
                    ImageServiceException.class,
                    () -> transport.data().upload(Stubs.IMAGE, new Source(new Endless(), OptionalLong.empty())));
            assertThat(refused.failure().status()).isEqualTo(413);
            assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
        }
    }

    private static void refuseAndReadOn(ServerSocket listener) {
        try (Socket connection = listener.accept()) {
            connection.getInputStream().readNBytes(1);
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 413 Too Large\r\nContent-Type: text/plain\r\n"
                                    + "Content-Length: 4\r\n\r\nfull")
                            .getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client has closed: it has heard enough.
        }
    }

    @Test
    void aServerThatRefusesAndClosesInTheMiddleIsHeardOrTheOutcomeIsUnknown() throws Exception {
        try (StubServer server = StubServer.refusingUploads(
                        "HTTP/1.1 413 Too Large\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nfull");
                FeignTransport transport = Stubs.transport(server)) {
            ImageServiceException failure = catchThrowableOfType(
                    ImageServiceException.class,
                    () -> transport.data().upload(Stubs.IMAGE, new Source(new Endless(), OptionalLong.empty())));
            // Whether the answer outruns the reset of the connection is for the kernel to say.
            assertThat(failure.effect())
                    .isEqualTo(failure instanceof OutcomeUnknownException ? Effect.UNKNOWN : Effect.NOT_APPLIED);
            assertThat(failure.failure().status()).isIn(null, 413);
        }
    }

    @Test
    void aDownloadGivesBytesLengthAndChecksum() throws IOException {
        String data = text(200_000);
        try (StubServer server = new StubServer(
                        r -> Reply.of(200, "application/octet-stream", data, "Content-MD5: 0123456789abcdef"));
                FeignTransport transport = Stubs.transport(server)) {
            for (int i = 0; i < 2; i++) {
                try (ImageDownload download = transport.data().download(Stubs.IMAGE)) {
                    assertThat(download.sizeBytes()).hasValue(200_000);
                    assertThat(download.checksum()).hasValue("0123456789abcdef");
                    assertThat(new String(download.stream().readAllBytes(), UTF_8))
                            .isEqualTo(data);
                }
            }
            assertThat(server.openConnections()).isEqualTo(1);
            assertThat(server.received().get(0).headers()).doesNotContainKeys("accept-encoding", "range", "expect");
        }
    }

    @Test
    void aDownloadThatBreaksOffFails() throws IOException {
        Reply half = Reply.raw("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: 1000\r\n\r\n" + text(500));
        try (StubServer server = new StubServer(r -> half);
                FeignTransport transport = Stubs.transport(server);
                ImageDownload download = transport.data().download(Stubs.IMAGE)) {
            assertThatThrownBy(() -> download.stream().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("after 500 bytes");
        }
    }

    // On a thread of its own: what this test is about would read on, deaf to the interrupt that a time-out is.
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closingADownloadEarlyEndsTheConnectionInsteadOfReadingOn() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (StubServer server = StubServer.endless(
                        String.join(
                                "\r\n",
                                "HTTP/1.1 200 OK",
                                "Content-Type: application/octet-stream",
                                "Content-Length: 1000000000000",
                                "",
                                ""),
                        gone);
                FeignTransport transport = Stubs.transport(server)) {
            ImageDownload download = transport.data().download(Stubs.IMAGE);
            assertThat(download.stream().readNBytes(10)).hasSize(10);
            download.close();
            gone.await();
            assertThatThrownBy(() -> download.stream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed");
            download.close();
        }
    }

    @Test
    void anImageWithoutDataHasNone() throws IOException {
        try (StubServer server = new StubServer(r -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> transport.data().download(Stubs.IMAGE)).isInstanceOf(NoImageDataException.class);
        }
    }

    @Test
    void aPartIsAskedForAndGiven() throws IOException {
        try (StubServer server = new StubServer(
                        r -> Reply.of(206, "application/octet-stream", "part", "Content-Range: bytes 3-6/26"));
                FeignTransport transport = Stubs.transport(server);
                ImageDownload download = transport.data().download(Stubs.IMAGE, ByteRange.between(3, 6))) {
            assertThat(new String(download.stream().readAllBytes(), UTF_8)).isEqualTo("part");
            assertThat(server.received().get(0).headers()).containsEntry("range", "bytes=3-6");
        }
    }

    @Test
    void aPartOutsideTheDataIsRefused() throws IOException {
        try (StubServer server = new StubServer(r -> Reply.of(416, "text/plain", "no"));
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> transport.data().download(Stubs.IMAGE, ByteRange.from(99)))
                    .isInstanceOf(RangeNotSatisfiableException.class);
        }
    }

    @Test
    void theWholeWhereAPartWasAskedForIsUnexpected() throws IOException {
        try (StubServer server = new StubServer(r -> Reply.of(200, "application/octet-stream", "all of it"));
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> transport.data().download(Stubs.IMAGE, ByteRange.from(3)))
                    .isInstanceOf(UnexpectedAnswerException.class);
        }
    }

    private static String text(int length) {
        return "0123456789abcdef".repeat(length / 16 + 1).substring(0, length);
    }

    private record Source(InputStream stream, OptionalLong sizeBytes) implements ImageData {
        @Override
        public InputStream open() {
            return stream;
        }

        @Override
        public boolean repeatable() {
            return false;
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }
}
