package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.Image;
import org.glance4j.model.MemberStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers at the limit of what is read, and one past it: no peer fills the heap or keeps a call for ever. */
class LimitsTest {
    private static final int LONGEST = 16 << 20;
    private static final int LONGEST_LINE = 64 << 10;
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    /** An image's document of this many bytes, most of them blanks. */
    private static byte[] document(int length) {
        String image = Stubs.image("");
        return (image.substring(0, image.length() - 1) + " ".repeat(length - image.length()) + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (byte[] part : parts) {
                zip.write(part);
            }
        }
        return bytes.toByteArray();
    }

    private static Reply compressed(byte[] body) {
        return Reply.bytes(200, "application/json", body, "Content-Encoding: gzip");
    }

    @Test
    void aDocumentHasSixteenMebibytesAtMost() throws IOException {
        assertThat(read(Reply.bytes(200, "application/json", document(LONGEST))))
                .isNotNull();
        assertThat(refused(Reply.bytes(200, "application/json", document(LONGEST + 1))))
                .hasMessageContaining("is longer than 16 MiB");
    }

    @Test
    void aCompressedDocumentIsCountedAsItInflates() throws IOException {
        assertThat(read(compressed(gzip(document(LONGEST))))).isNotNull();
        byte[] bomb = gzip(document(LONGEST + 1));
        assertThat(bomb.length).isLessThan(1 << 15);
        assertThat(refused(compressed(bomb))).hasMessageContaining("is longer than 16 MiB");
    }

    @Test
    void aCompressedErrorIsCutOffAsItInflates() throws IOException {
        byte[] bomb = gzip("403 Forbidden\n\nno ".getBytes(StandardCharsets.UTF_8), new byte[64 << 20]);
        Reply reply = Reply.bytes(403, "text/plain", bomb, "Content-Encoding: gzip");
        ForbiddenException failure = fails(reply, ForbiddenException.class);
        assertThat(failure.failure().serviceText()).startsWith("no").hasSizeLessThan(70_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip", "x-gzip"})
    void aCompressedDocumentIsReadAndItsConnectionUsedAgain(String coding) throws IOException {
        byte[] body = gzip(Stubs.image("").getBytes(StandardCharsets.UTF_8));
        Reply reply = Reply.bytes(200, "application/json", body, "Content-Encoding: " + coding);
        try (StubServer server = new StubServer(request -> reply);
                FeignTransport transport = Stubs.transport(server)) {
            for (int i = 0; i < 3; i++) {
                assertThat(transport.images().get(Stubs.IMAGE).id()).isEqualTo(Stubs.IMAGE);
                assertThat(server.openConnections()).isEqualTo(1);
            }
            assertThat(server.received())
                    .allSatisfy(request -> assertThat(request.headers()).containsEntry("accept-encoding", "gzip"));
        }
    }

    @Test
    void aCompressedDocumentThatIsNotWholeIsUnexpected() throws IOException {
        byte[] whole = gzip(Stubs.image("").getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length - 9);
        assertThat(refused(compressed(half))).hasMessageContaining("ends before it is complete");
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 6] ^= 1;
        assertThat(refused(compressed(wrongSum))).hasMessageContaining("is not the gzip that it says it is");
        assertThat(refused(compressed(Stubs.image("").getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("is not the gzip that it says it is");
        byte[] more = Arrays.copyOf(whole, whole.length + 100_000);
        assertThat(refused(compressed(more))).hasMessageContaining("goes on behind its end");
    }

    @ParameterizedTest
    @CsvSource({"br, br", "deflate, deflate", "'gzip, gzip', 'gzip, gzip'", "'gzip;gzip', several one upon the other"})
    void anEncodingThatWasNotAskedForIsUnexpected(String codings, String named) throws IOException {
        String header = "Content-Encoding: " + codings.replace(";", "\r\nContent-Encoding: ");
        byte[] body = gzip(gzip(Stubs.image("").getBytes(StandardCharsets.UTF_8)));
        Reply reply = Reply.bytes(200, "application/json", body, header);
        assertThat(refused(reply)).hasMessageContaining("is encoded as '" + named + "', which was not asked for");
        Reply data = Reply.bytes(200, "application/octet-stream", body, header);
        try (StubServer server = new StubServer(request -> data);
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(catchThrowableOfType(
                            UnexpectedAnswerException.class,
                            () -> transport.data().download(Stubs.IMAGE)))
                    .hasMessageContaining("is encoded as '" + named);
            assertThat(server.received().get(0).headers()).doesNotContainKey("accept-encoding");
        }
        Reply error = Reply.bytes(403, "text/plain", body, header);
        assertThat(fails(error, ForbiddenException.class).failure().serviceText())
                .isNull();
    }

    @Test
    void aHeadHasTwoHundredHeadersAtMost() throws IOException {
        // Content-Type and Content-Length are two of them, and HttpClient stops at the last one.
        assertThat(read(withHeaders(197))).isNotNull();
        assertThat(refused(withHeaders(198))).hasMessageContaining("head has no end");
    }

    private static Reply withHeaders(int count) {
        String[] headers = new String[count];
        Arrays.fill(headers, "X-More: 1");
        return Reply.json(200, Stubs.image(""), headers);
    }

    @Test
    void aHeadersLineHas64KibibytesAtMost() throws IOException {
        // The two bytes that end the line count.
        String name = "X-Long: ";
        String longest = name + "x".repeat(LONGEST_LINE - name.length() - 2);
        assertThat(read(Reply.json(200, Stubs.image(""), longest))).isNotNull();
        assertThat(refused(Reply.json(200, Stubs.image(""), longest + "x"))).hasMessageContaining("head has no end");
        String folded = name + ("x".repeat(1000) + "\r\n ").repeat(66);
        assertThat(refused(Reply.json(200, Stubs.image(""), folded + "x"))).hasMessageContaining("head has no end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Endless: ",
                "X-More: 1\r\n",
                "\r\nHTTP/1.1 100 Continue\r\n\r\n",
                "\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
            })
    void aHeadWithoutEndIsGivenUp(String more) throws Exception {
        boolean interim = more.startsWith("\r\nHTTP");
        CountDownLatch gone = new CountDownLatch(1);
        byte[] chunk = (interim ? more.substring(2) : more.endsWith("\n") ? more : "xxxxxxxx")
                .repeat(1000)
                .getBytes(StandardCharsets.UTF_8);
        StubServer.Script endless = new StubServer.Script() {
            @Override
            public Reply answer(Received request) {
                return new Reply(interim ? more.substring(2) : JSON + more, false);
            }

            @Override
            public void afterwards(OutputStream out) {
                try {
                    while (true) {
                        out.write(chunk);
                    }
                } catch (IOException e) {
                    gone.countDown();
                }
            }
        };
        try (StubServer server = new StubServer(endless);
                FeignTransport transport = Stubs.transport(server)) {
            UnexpectedAnswerException change = catchThrowableOfType(
                    UnexpectedAnswerException.class, () -> transport.members().remove(Stubs.IMAGE, Stubs.CONSUMER));
            assertThat(change).hasMessageContaining("head has no end");
            assertThat(change.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(gone.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void twentyInterimAnswersMayComeBefore() throws IOException {
        String interim = "HTTP/1.1 102 Processing\r\n\r\n";
        Reply good = Reply.json(200, Stubs.image(""));
        assertThat(read(new Reply(interim.repeat(20) + good.bytes(), false))).isNotNull();
        assertThat(refused(new Reply(interim.repeat(21) + good.bytes(), false)))
                .hasMessageContaining("head has no end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked"
            })
    void aLengthThatCannotBeTrustedIsAFailure(String headers) throws IOException {
        Reply reply = Reply.raw(JSON + headers + "\r\n\r\n" + Stubs.image(""));
        ImageServiceException failure = fails(reply, ImageServiceException.class);
        assertThat(failure).isInstanceOf(UnexpectedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffffffffffffffffffff\r\n",
                "-1\r\n",
                "xyz\r\n",
                "5 ; no end",
                "2\r\n{}\r\n0\r\nX-Trailer: no end"
            })
    void chunksThatAreNoneAreAFailure(String chunks) throws IOException {
        Reply reply = Reply.raw(JSON + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "x".repeat(LONGEST_LINE));
        assertThat(fails(reply, UnexpectedAnswerException.class)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "c3, half a character",
        "c328, a first byte alone",
        "a9, a second byte alone",
        "c0af, a slash in two bytes",
        "e080af, a slash in three",
        "eda080, half a pair",
        "f4908080, beyond the last character",
        "ff, no such byte"
    })
    void whatIsNotUtf8IsUnexpected(String hex, String what) throws IOException {
        byte[] wrong = HexFormat.of().parseHex(hex);
        String[] around = Stubs.image(",\"name\":\"an ordinary n|ame\"").split("\\|", -1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(around[0].getBytes(StandardCharsets.UTF_8));
        body.writeBytes(wrong);
        body.writeBytes(around[1].getBytes(StandardCharsets.UTF_8));
        assertThat(refused(Reply.bytes(200, "application/json", body.toByteArray())))
                .as(what)
                .hasMessageContaining("is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "\ud83d\ude00", "\ufffd", "a"})
    void whatIsUtf8IsRead(String name) throws IOException {
        for (int blanks = 0; blanks < 9; blanks++) {
            String image = Stubs.image(",\"name\":\"" + name + "\"");
            assertThat(read(Reply.json(200, image + " ".repeat(blanks))).name()).isEqualTo(name);
        }
    }

    @Test
    void whatAContentTypeSaysIsShownInPart() throws IOException {
        Reply reply = Reply.of(200, "text/\u0007" + "h".repeat(10_000), "{}");
        assertThat(refused(reply).getMessage()).contains("'text/?hhh").hasSizeLessThan(500);
    }

    @Test
    void theIdentityServiceIsHeldToTheSameLimits() throws IOException {
        for (String document : new String[] {
            "{\"token\":{},\"token\":{}}",
            "{\"token\":" + "[".repeat(64) + "]".repeat(64) + "}",
            "{\"token\":{\"a\":\"" + "x".repeat((1 << 20) + 1) + "\"}}",
            "{\"token\":{\"a\":" + "1".repeat(1001) + "}}",
            "{\"token\":{\"a\":[" + "0,".repeat(2_000_000) + "0]}}",
            "{\"token\":{\"a\":\"" + " ".repeat(LONGEST) + "\"}}",
        }) {
            try (StubServer identity =
                            new StubServer(request -> Reply.json(201, document, "X-Subject-Token: " + Stubs.TOKEN));
                    FeignTransport transport =
                            Stubs.withPassword(identity).maxAttempts(1).build()) {
                UnexpectedAnswerException refused = catchThrowableOfType(
                        UnexpectedAnswerException.class,
                        () -> transport.images().get(Stubs.IMAGE));
                assertThat(refused)
                        .as(document.substring(0, 20))
                        .hasMessageContaining("the answer")
                        .hasMessageNotContaining(Stubs.TOKEN);
                assertThat(refused.getMessage()).hasSizeLessThan(500);
            }
        }
    }

    private static Image read(Reply reply) throws IOException {
        try (StubServer server = new StubServer(request -> reply);
                FeignTransport transport = Stubs.transport(server)) {
            return transport.images().get(Stubs.IMAGE);
        }
    }

    private static UnexpectedAnswerException refused(Reply reply) throws IOException {
        return fails(reply, UnexpectedAnswerException.class);
    }

    private static <E extends ImageServiceException> E fails(Reply reply, Class<E> expected) throws IOException {
        try (StubServer server = new StubServer(request -> reply);
                FeignTransport transport = Stubs.transport(server)) {
            E failure = catchThrowableOfType(expected, () -> transport.images().get(Stubs.IMAGE));
            assertThat(failure).isNotNull();
            assertThat(failure.effect()).isEqualTo(Effect.NOT_APPLIED);
            // A change is looked for by a read, which fares no better.
            assertThat(catchThrowableOfType(
                            ImageServiceException.class,
                            () -> transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED)))
                    .isNotNull();
            return failure;
        }
    }
}
