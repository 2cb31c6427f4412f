package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.glance4j.inmemory.Fault;
import org.glance4j.inmemory.Faults;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes on a socket, so that no client's kindness stands between. */
class DataOverHttpTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final int CHUNK_BYTES = 64 << 10;

    private InMemoryImageServer server;
    private ImageTransport producer;

    @BeforeEach
    void start() {
        server = InMemoryImageServer.builder().start();
        producer = server.service().as(server.seed().caller("producer").orElseThrow());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ImageId queued() {
        return producer.images()
                .create(NewImage.builder()
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
    }

    private String head(String method, ImageId id, String... headers) {
        return method + " /v2/images/" + id + "/file HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Auth-Token: "
                + server.token("producer").reveal() + "\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            return answer(socket);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(new BufferedInputStream(socket.getInputStream()).readAllBytes(), StandardCharsets.UTF_8);
    }

    private ImageId active(String data) throws IOException {
        ImageId id = queued();
        String answer = exchange(
                head("PUT", id, "Content-Type: application/octet-stream", "Content-Length: " + data.length()) + data);
        assertThat(answer).startsWith("HTTP/1.1 204 ");
        return id;
    }

    @Test
    void chunkedUploadOfUnknownLengthIsTaken() throws IOException {
        ImageId id = queued();

        String answer =
                exchange(head("PUT", id, "Content-Type: application/octet-stream; x=y", "Transfer-Encoding: chunked")
                        + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 204 ");
        assertThat(producer.images().get(id).sizeBytes()).isEqualTo(5);
    }

    @Test
    void emptyUploadMakesAnActiveImageOfNoBytes() throws IOException {
        ImageId id = active("");

        assertThat(producer.images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(exchange(head("GET", id))).startsWith("HTTP/1.1 200 ").contains("Content-length: 0");
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100", "Transfer-Encoding: chunked"})
    void uploadThatStopsHalfWayLeavesTheImageQueued(String length) throws IOException {
        ImageId id = queued();

        try (Socket socket = connect()) {
            send(socket, head("PUT", id, "Content-Type: application/octet-stream", length) + "10\r\nabc");
            socket.shutdownOutput();
            // The server has done its part once it closes the connection.
            assertThat(answer(socket)).isEmpty();
        }

        assertThat(producer.images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @ParameterizedTest
    @CsvSource({"application/octet-stream, 404", "application/json, 415"})
    void refusedUploadIsReadToItsEndBeforeTheAnswer(String type, int status) throws IOException {
        int chunks = 256;
        ImageId missing = ImageId.of("11111111-1111-1111-1111-111111111111");
        try (Socket socket = connect()) {
            send(socket, head("PUT", missing, "Content-Type: " + type, "Content-Length: " + chunks * CHUNK_BYTES));
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < chunks; i++) {
                assertThat(socket.getInputStream().available()).isZero();
                out.write(new byte[CHUNK_BYTES]);
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void downloadCarriesLengthAndTheHexDigitsOfTheMd5() throws IOException {
        ImageId id = active(ALPHABET);

        assertThat(exchange(head("GET", id, "Accept: text/html")))
                .startsWith("HTTP/1.1 200 OK")
                .contains("Content-length: 26\r\n", "Content-type: application/octet-stream\r\n")
                .contains("Content-md5: c3fcd3d76192e4007dfb496cca67e13b\r\n")
                .endsWith("\r\n\r\n" + ALPHABET);
    }

    @Test
    void downloadWithoutDataHasNoContentWhateverTheRange() throws IOException {
        ImageId id = queued();

        assertThat(exchange(head("GET", id))).startsWith("HTTP/1.1 204 ");
        assertThat(exchange(head("GET", id, "Range: nonsense"))).startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Range: bytes=3-10|3-10|defghijk",
                "Range: bytes=20-|20-25|uvwxyz",
                "Range: bytes=20-100|20-25|uvwxyz",
                "Range: bytes=-2|24-25|yz",
                "Range: bytes=-100|0-25|abcdefghijklmnopqrstuvwxyz",
                "Content-Range: bytes 3-10/26|3-10|defghijk",
                "Content-Range: bytes 3-10/*|3-10|defghijk"
            })
    void rangeGivesAPart(String header, String part, String data) throws IOException {
        String answer = exchange(head("GET", active(ALPHABET), header));

        assertThat(answer)
                .startsWith("HTTP/1.1 206 ")
                .contains("Content-range: bytes " + part + "/26\r\n")
                .contains("Content-md5: c3fcd3d76192e4007dfb496cca67e13b\r\n")
                .endsWith("\r\n\r\n" + data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Range: bytes=26-|416",
                "Range: bytes=10-5|416",
                "Range: bytes=|416",
                "Range: bytes=-|416",
                "Range: lines=1-2|416",
                "Range: junk|416",
                "Range: bytes=99999999999999999999-|416",
                "Range: bytes=1-2,4-5|400",
                "Content-Range: junk|416"
            })
    void badRangeIsRefused(String header, int status) throws IOException {
        assertThat(exchange(head("GET", active(ALPHABET), header))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void partOfTheDataIsOneCallWhichAFaultStrikes() throws IOException {
        Faults faults = new Faults();
        try (InMemoryImageService faulty =
                InMemoryImageService.builder().faults(faults).build()) {
            server.close();
            server = InMemoryImageServer.builder().service(faulty).start();
            producer = server.service().as(server.seed().caller("producer").orElseThrow());
            ImageId id = active(ALPHABET);
            Fault cut = Fault.dataCut(Operation.DOWNLOAD_DATA, 2).onCall(2);
            faults.order(cut);

            assertThat(exchange(head("GET", id))).endsWith(ALPHABET);
            assertThat(exchange(head("GET", id, "Range: bytes=20-"))).doesNotEndWith("uvwxyz");
            assertThat(exchange(head("GET", id, "Range: bytes=20-"))).endsWith("uvwxyz");
            assertThat(faults.struck()).hasSize(1);
        }
    }
}
