package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.glance4j.ImageClient;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image of 4 KiB over sockets, cut and damaged at some of its bytes; all of them are tried without sockets. */
@Timeout(120)
class DamagedDataTest {
    private static final int SIZE = 4096;
    private static final byte[] DATA = new byte[SIZE];

    static {
        new SplittableRandom(1).nextBytes(DATA);
    }

    @TempDir
    private Path directory;

    /** What comes of the first request for data; later ones are answered well. */
    private interface First {
        Reply reply(String data);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static Reply answer(Received request, AtomicInteger asked, First first) throws Exception {
        if (!request.target().endsWith("/file")) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(DATA));
            return Reply.json(
                    200,
                    Stubs.image(
                            ",\"size\":" + SIZE + ",\"os_hash_algo\":\"sha512\",\"os_hash_value\":\"" + hash + "\""));
        }
        String range = request.headers().get("range");
        if (asked.getAndIncrement() == 0) {
            return first.reply(text(DATA));
        }
        if (range == null) {
            return Reply.bytes(200, "application/octet-stream", DATA);
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
        return Reply.bytes(206, "application/octet-stream", Arrays.copyOfRange(DATA, from, SIZE));
    }

    private void download(First first) throws IOException {
        Path file = directory.resolve("image");
        AtomicInteger asked = new AtomicInteger();
        try (StubServer server = new StubServer(request -> answer(request, asked, first));
                FeignTransport transport = Stubs.transport(server)) {
            ImageClient client =
                    ImageClient.builder(transport).pauser(pause -> {}).build();
            assertThat(client.data().download(Stubs.IMAGE, file).isVerified()).isTrue();
            assertThat(file).hasBinaryContent(DATA);
        } finally {
            Files.deleteIfExists(file);
            assertThat(directory).isEmptyDirectory();
        }
    }

    private static IntStream offsets() {
        return IntStream.concat(IntStream.rangeClosed(0, 16).map(i -> i * 256), IntStream.of(1, 2, 511, 4094, 4095));
    }

    @Test
    void aCutBodyOfKnownLengthIsGoneOnWith() throws IOException {
        for (int offset : offsets().toArray()) {
            download(data -> Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n" + data.substring(0, offset)));
        }
    }

    @Test
    void aCutBodyOfUnknownLengthIsGoneOnWith() throws IOException {
        for (int offset : offsets().toArray()) {
            download(data -> Reply.raw("HTTP/1.1 200 OK\r\n\r\n" + data.substring(0, offset)));
        }
    }

    @Test
    void aCutBodyInChunksIsGoneOnWith() throws IOException {
        for (int offset : offsets().toArray()) {
            String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n";
            download(data -> Reply.raw(head + data.substring(0, offset)));
        }
    }

    @Test
    void aBitThatIsTurnedOverIsFound() {
        for (int offset : offsets().filter(offset -> offset < SIZE).toArray()) {
            assertThatThrownBy(() -> download(data -> {
                        byte[] bytes = data.getBytes(ISO_8859_1);
                        bytes[offset] ^= 0x10;
                        return Reply.bytes(200, "application/octet-stream", bytes);
                    }))
                    .isInstanceOf(ImageDataMismatchException.class);
        }
    }

    @Test
    void aServiceThatDoesNotKnowRangesIsAnErrorOfItsOwn() throws IOException {
        Path file = directory.resolve("image");
        String cut =
                "HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n" + text(DATA).substring(0, 1_000);
        try (StubServer server = new StubServer(request -> request.target().endsWith("/file")
                        ? Reply.raw(cut)
                        : answer(request, new AtomicInteger(), data -> Reply.nothing()));
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> ImageClient.builder(transport)
                            .pauser(pause -> {})
                            .build()
                            .data()
                            .download(Stubs.IMAGE, file))
                    .isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("has status 200 where the Image API says 206");
            assertThat(directory).isEmptyDirectory();
        }
    }
}
