package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service says while the data of an upload is on its way. */
@Timeout(30)
class EarlyAnswersTest {
    private static final String ASKED = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final String DONE = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final String REFUSED =
            "HTTP/1.1 413 Too Large\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nfull";
    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

    /** Takes some ten milliseconds, in which an answer is looked for some ten times. */
    private static final int SIZE_BYTES = 32 << 20;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final CountDownLatch said = new CountDownLatch(1);
    private ServerSocket listener;
    private FeignTransport transport;

    @BeforeEach
    void start() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        transport = FeignTransport.builder()
                .endpoint(URI.create("http://127.0.0.1:" + listener.getLocalPort()))
                .tokenSource(new Stubs.FixedToken())
                .responseTimeout(Duration.ofSeconds(10))
                .maxAttempts(1)
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        listener.close();
        pool.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
            })
    void anInterimAnswerEndsNoUpload(String interim) throws Exception {
        Future<?> service = pool.submit(() -> takeAll(interim, DONE));
        transport.data().upload(Stubs.IMAGE, new Zeroes(OptionalLong.of(SIZE_BYTES)));
        service.get();
    }

    @Test
    void aSuccessEndsNoUploadBeforeAllOfItHasLeft() throws Exception {
        Future<?> service = pool.submit(() -> takeAll(DONE, ""));
        transport.data().upload(Stubs.IMAGE, new Zeroes(OptionalLong.of(SIZE_BYTES)));
        service.get();
    }

    private Void takeAll(String inTheMiddle, String atTheEnd) throws IOException {
        try (Socket connection = listener.accept()) {
            InputStream in = connection.getInputStream();
            head(in);
            say(connection, ASKED);
            in.skipNBytes(1);
            say(connection, inTheMiddle);
            said.countDown();
            in.skipNBytes(SIZE_BYTES - 1);
            say(connection, atTheEnd);
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 102 Processing\r\n\r\n"})
    void aRefusalEndsTheUpload(String before) {
        Future<String> unused = pool.submit(() -> takeUntilTheEnd(before + REFUSED));
        ImageServiceException refused = endlessUpload();
        assertThat(refused.failure().status()).isEqualTo(413);
        assertThat(refused.failure().serviceText()).isEqualTo("full");
        assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
    }

    @Test
    void anAnswerThatIsNoneEndsTheUpload() {
        Future<String> unused = pool.submit(() -> takeUntilTheEnd("Not HTTP at all\r\n\r\n"));
        assertThat(endlessUpload()).hasMessageContaining("the answer is not HTTP");
    }

    @Test
    void interimAnswersWithoutEndEndTheUpload() {
        Future<String> unused = pool.submit(() -> takeUntilTheEnd(ASKED.repeat(100)));
        assertThat(endlessUpload()).hasMessageContaining("the answer's head has no end");
    }

    /** Where in a chunk the refusal is seen is left to chance. */
    @RepeatedTest(10)
    void theNextRequestIsNotTakenForTheRestOfARefusedUpload() throws Exception {
        Future<String> first = pool.submit(() -> takeUntilTheEnd(REFUSED));
        assertThat(endlessUpload().failure().status()).isEqualTo(413);
        Future<?> second = pool.submit(() -> {
            try (Socket connection = listener.accept()) {
                head(connection.getInputStream());
                say(connection, DONE);
                return null;
            }
        });
        transport.images().delete(Stubs.IMAGE);
        second.get();
        String rest = first.get();
        assertThat(rest.indexOf("DELETE")).isNegative();
        assertThat(rest.indexOf(END_OF_CHUNKS)).isNegative();
    }

    /** Returns what came behind the head. */
    private String takeUntilTheEnd(String inTheMiddle) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (Socket connection = listener.accept()) {
            InputStream in = connection.getInputStream();
            head(in);
            say(connection, ASKED);
            seen.write(in.read());
            say(connection, inTheMiddle);
            said.countDown();
            in.transferTo(seen);
        } catch (IOException e) {
            // The client has closed: it has heard enough.
        }
        return seen.toString(ISO_8859_1);
    }

    private ImageServiceException endlessUpload() {
        return catchThrowableOfType(
                ImageServiceException.class,
                () -> transport.data().upload(Stubs.IMAGE, new Zeroes(OptionalLong.empty())));
    }

    private static void head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the client has gone");
            }
            head.append((char) b);
        }
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Zeroes, of which the first 128 KiB leave at once and the rest when the service has spoken. */
    private final class Zeroes extends InputStream implements ImageData {
        private static final int AT_ONCE = 128 << 10;
        private final OptionalLong sizeBytes;
        private long given;

        Zeroes(OptionalLong sizeBytes) {
            this.sizeBytes = sizeBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (given >= AT_ONCE) {
                awaitTheService();
            }
            int count = (int) Math.min(length, sizeBytes.orElse(Long.MAX_VALUE) - given);
            given += count;
            return count == 0 ? -1 : count;
        }

        private void awaitTheService() throws IOException {
            try {
                said.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public InputStream open() {
            return this;
        }

        @Override
        public OptionalLong sizeBytes() {
            return sizeBytes;
        }

        @Override
        public boolean repeatable() {
            return false;
        }
    }
}
