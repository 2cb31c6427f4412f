package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The server does what the tables take for granted: seen on bare sockets, without the library. */
@Timeout(30)
class FaultServerTest {
    private final Cloud cloud = new Cloud();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    FaultServerTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private void every(Fault fault, boolean applied) {
        cloud.server().plan(new Plan() {
            @Override
            public Injection on(RawRequest request) {
                return new Injection(fault, applied);
            }

            @Override
            public boolean resetsConnection() {
                return fault == Fault.RESET_BEFORE_REQUEST;
            }

            @Override
            public void delivered(Delivery delivery) {
                deliveries.add(delivery);
            }
        });
    }

    /** Sends a request that deletes an image, and returns all that comes back until the connection ends. */
    private String delete(ImageId image) throws IOException {
        try (Socket socket = connect()) {
            String token = cloud.token(Cloud.OWNER).reveal();
            String head = "DELETE /v2/images/" + image + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: " + token + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(cloud.server().url().getHost(), cloud.server().url().getPort());
    }

    private ImageId image() {
        return cloud.direct(Cloud.OWNER)
                .images()
                .create(NewImage.builder().build())
                .id();
    }

    private boolean isThere(ImageId image) {
        return cloud.direct(Cloud.OWNER).images().list(ImageQuery.defaults()).items().stream()
                .anyMatch(listed -> listed.id().equals(image));
    }

    @Test
    void aHealthyRequestIsAnsweredByTheService() throws IOException {
        ImageId image = image();
        assertThat(delete(image)).startsWith("HTTP/1.1 204 ");
        assertThat(isThere(image)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aLostAnswerIsOneOfARequestThatWasAppliedOrNot(boolean applied) throws IOException {
        ImageId image = image();
        every(Fault.CLOSE_AFTER_REQUEST, applied);
        assertThat(delete(image)).isEmpty();
        assertThat(isThere(image)).isEqualTo(!applied);
        assertThat(deliveries).hasSize(1).allMatch(d -> d.complete() && d.applied() == applied);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_BEFORE_REQUEST", "RESET_IN_REQUEST", "RESET_AFTER_REQUEST", "RESET_AFTER_HEAD"})
    void aResetIsSeenAsOne(Fault fault) {
        every(fault, false);
        assertThatThrownBy(() -> delete(image())).isInstanceOf(SocketException.class);
        assertThat(cloud.server().played(fault)).isOne();
    }

    @Test
    void aPortThatIsFreeRefusesConnections() throws IOException {
        cloud.server().refuseConnections();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        cloud.server().listen();
        assertThat(delete(image())).startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER_READ", "NEVER_ANSWERED"})
    void aSilentServerGivesNoAnswerUntilItIsTold(Fault fault) throws Exception {
        every(fault, false);
        try (Socket socket = connect()) {
            socket.setSoTimeout(50);
            socket.getOutputStream()
                    .write("GET /v2/images HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertThatThrownBy(() -> {
                        while (in.read() >= 0) {
                            // Asking for the body is no answer.
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
        }
        cloud.server().plan(Plan.HEALTHY);
        cloud.server().awaitNoConnection();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REDIRECT_307|HTTP/1.1 307 |Location: http://127.0.0.1:",
                "UNAUTHORIZED|HTTP/1.1 401 |No.",
                "TOO_MANY_COME_LATE|HTTP/1.1 429 |Retry-After: 3600",
                "UNAVAILABLE_COME_NOW|HTTP/1.1 503 |Retry-After: Mon, 23 Nov 2026",
                "LOGIN_PAGE|HTTP/1.1 200 |hotel",
                "NESTED_OBJECTS|HTTP/1.1 200 |}}}}",
                "TRUNCATED_GZIP|HTTP/1.1 204 |Content-Encoding: gzip"
            })
    void anAnswerIsSpoiledAsItsNameSays(Fault fault, String begins, String contains) throws IOException {
        every(fault, false);
        assertThat(delete(image())).startsWith(begins).contains(contains);
    }
}
