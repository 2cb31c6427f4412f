package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.glance4j.contract.Statement;
import org.glance4j.contract.StatementRecord;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.RateLimitedException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.StubServer.Script;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no Image service should give, and what becomes of them. */
class HostileAnswersTest {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("http");

    private static void read(ImageTransport transport) {
        assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
    }

    private static void change(ImageTransport transport) {
        ImagePatch patch = ImagePatch.builder().name("new").build();
        assertThat(transport.images().update(Stubs.IMAGE, patch)).isNotNull();
    }

    private static void download(ImageTransport transport) {
        assertThat(transport.data().download(Stubs.IMAGE)).isNotNull();
    }

    private static void delete(ImageTransport transport) {
        transport.images().delete(Stubs.IMAGE);
    }

    @Test
    void anotherContentTypeIsAnUnexpectedAnswer() throws Exception {
        Reply page = Reply.of(200, "text/html", "<h1>Welcome to the hotel's network</h1>");
        UnexpectedAnswerException read = fails(page, HostileAnswersTest::read, UnexpectedAnswerException.class);
        assertThat(read.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(read.failure().status()).isEqualTo(200);
        assertThat(read).hasMessageContaining("text/html");
        UnexpectedAnswerException change = fails(page, HostileAnswersTest::change, UnexpectedAnswerException.class);
        assertThat(change.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void aBodyWhereNoneBelongsIsAnUnexpectedAnswer() throws Exception {
        fails(
                Reply.of(200, "text/html", "<h1>Log in</h1>"),
                HostileAnswersTest::delete,
                UnexpectedAnswerException.class);
    }

    @Test
    void noBodyWhereOneBelongsIsAnUnexpectedAnswer() throws Exception {
        Reply none = Reply.raw("HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\n\r\n");
        UnexpectedAnswerException read = fails(none, HostileAnswersTest::read, UnexpectedAnswerException.class);
        assertThat(read.effect()).isEqualTo(Effect.NOT_APPLIED);
        UnexpectedAnswerException change = fails(none, HostileAnswersTest::change, UnexpectedAnswerException.class);
        assertThat(change.effect()).isEqualTo(Effect.APPLIED);
    }

    @Test
    void halfABodyIsAnUnexpectedAnswer() throws Exception {
        Reply half = Reply.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n"
                + "x-openstack-request-id: req-7\r\n\r\n" + Stubs.member("accepted"));
        UnexpectedAnswerException read = fails(half, HostileAnswersTest::read, UnexpectedAnswerException.class);
        assertThat(read.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(read.failure().requestId()).isEqualTo("req-7");
        UnexpectedAnswerException change = fails(half, HostileAnswersTest::change, UnexpectedAnswerException.class);
        assertThat(change.effect()).isEqualTo(Effect.APPLIED);
    }

    @Test
    void halfAChunkedBodyIsAnUnexpectedAnswer() throws Exception {
        Reply half = Reply.raw(String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                "10",
                "{\"id\":\"a96be11e-",
                ""));
        fails(half, HostileAnswersTest::read, UnexpectedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{", "[]", "{}", "{\"id\":7}", "null", "{\"member_id\":\"x\"} trailing"})
    void aDocumentThatIsNoneIsAnUnexpectedAnswer(String body) throws Exception {
        Reply reply = Reply.json(200, body, "x-openstack-request-id: req-8");
        UnexpectedAnswerException change = fails(reply, HostileAnswersTest::change, UnexpectedAnswerException.class);
        assertThat(change.effect()).isEqualTo(Effect.APPLIED);
        assertThat(change.failure().requestId()).isEqualTo("req-8");
        fails(reply, HostileAnswersTest::read, UnexpectedAnswerException.class);
    }

    @Test
    void bytesThatAreNotHttpAreAnUnexpectedAnswer() throws Exception {
        Reply garbage = Reply.raw("SSH-2.0-OpenSSH_9.2\r\n");
        fails(garbage, HostileAnswersTest::read, UnexpectedAnswerException.class);
        assertThat(fails(garbage, HostileAnswersTest::change, UnexpectedAnswerException.class)
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    @Statement("S-114")
    void unknownFieldsAreKept() throws Exception {
        try (StubServer server = new StubServer(r -> Reply.json(200, Stubs.image(",\"new_thing\":{\"a\":[1,null]}")));
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport.images().get(Stubs.IMAGE).otherFields()).containsKey("new_thing");
        }
    }

    @Test
    @Statement("S-114")
    void anUnknownStatusIsKeptAndShown() throws Exception {
        String image = Stubs.image("").replace("queued", "levitating");
        try (StubServer server = new StubServer(r ->
                        Reply.json(200, r.target().endsWith(Stubs.IMAGE.value()) ? image : Stubs.member("dreaming")));
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport.images().get(Stubs.IMAGE).status()).isEqualTo(ImageStatus.UNRECOGNIZED);
            assertThat(transport.images().get(Stubs.IMAGE).statusWord()).isEqualTo("levitating");
            assertThat(transport.members().get(Stubs.IMAGE, Stubs.CONSUMER).statusWord())
                    .isEqualTo("dreaming");
        }
    }

    @Test
    @Statement("S-114")
    void aFailedServiceIsNoFaultOfTheCaller() throws Exception {
        Reply failed = Reply.json(500, "{\"message\":\"boom<br />\",\"code\":\"500 Internal Server Error\"}");
        ServiceErrorException read = fails(failed, HostileAnswersTest::read, ServiceErrorException.class);
        assertThat(read.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(read.failure().serviceText()).isEqualTo("boom");
        assertThat(fails(failed, HostileAnswersTest::change, ServiceErrorException.class)
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
        Reply unavailable = Reply.of(503, "text/html", "<html><h1>503</h1>upstream</html>", "Retry-After: 30");
        assertThat(fails(unavailable, HostileAnswersTest::read, ServiceUnavailableException.class)
                        .effect())
                .isEqualTo(Effect.NOT_APPLIED);
        assertThat(fails(unavailable, HostileAnswersTest::change, ServiceUnavailableException.class)
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void tooManyRequestsIsARateLimit() throws Exception {
        fails(Reply.of(429, "text/plain", "slow down"), HostileAnswersTest::read, RateLimitedException.class);
        fails(
                Reply.of(413, "text/plain", "slow down", "Retry-After: 3"),
                HostileAnswersTest::read,
                RateLimitedException.class);
    }

    @Test
    void anUnknownRefusalIsAnUnexpectedAnswer() throws Exception {
        assertThat(fails(
                                Reply.of(418, "text/plain", "a teapot"),
                                HostileAnswersTest::change,
                                UnexpectedAnswerException.class)
                        .effect())
                .isEqualTo(Effect.NOT_APPLIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndTheTokenStaysHome(int status) throws Exception {
        try (StubServer elsewhere = new StubServer(r -> Reply.json(200, Stubs.image("")));
                StubServer server = new StubServer(r -> Reply.json(
                        status, "{\"versions\":[]}", "Location: " + elsewhere.url() + "/v2/images/" + Stubs.IMAGE));
                FeignTransport transport = Stubs.transport(server)) {
            UnexpectedAnswerException read =
                    catchThrowableOfType(UnexpectedAnswerException.class, () -> read(transport));
            assertThat(read.failure().status()).isEqualTo(status);
            assertThat(catchThrowableOfType(UnexpectedAnswerException.class, () -> change(transport))
                            .effect())
                    .isEqualTo(Effect.NOT_APPLIED);
            assertThat(catchThrowableOfType(
                            UnexpectedAnswerException.class,
                            () -> transport.data().download(Stubs.IMAGE)))
                    .isNotNull();
            assertThat(server.received()).hasSize(3);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsSentOnceAndItsOutcomeUnknown() throws Exception {
        try (StubServer server = new StubServer(r -> Reply.nothing());
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, () -> read(transport))
                            .effect())
                    .isEqualTo(Effect.NOT_APPLIED);
            assertThat(catchThrowableOfType(OutcomeUnknownException.class, () -> change(transport))
                            .effect())
                    .isEqualTo(Effect.UNKNOWN);
            assertThat(catchThrowableOfType(OutcomeUnknownException.class, () -> delete(transport)))
                    .hasMessageContaining("look at the service");
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void aConnectionThatTheServiceClosedMeanwhileIsNotUsedAgain() throws Exception {
        Reply once = Reply.json(200, Stubs.image(""));
        try (StubServer server = new StubServer(r -> new Reply(once.bytes(), true));
                FeignTransport transport = Stubs.transport(server)) {
            for (int i = 0; i < 50; i++) {
                change(transport);
                // Until it has closed, nobody can know that it will.
                server.awaitNoConnection();
            }
            assertThat(server.received()).hasSize(50);
        }
    }

    @Test
    void whatFollowsAnAnswerIsNotTakenForTheNext() throws Exception {
        Reply image = Reply.json(200, Stubs.image(""));
        Reply smuggled = Reply.json(200, Stubs.image(",\"name\":\"smuggled\""));
        try (StubServer server = new StubServer(r -> new Reply(image.bytes() + smuggled.bytes(), false));
                FeignTransport transport = Stubs.transport(server)) {
            for (int i = 0; i < 3; i++) {
                assertThat(transport.images().get(Stubs.IMAGE).name()).isNull();
            }
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void aPageOrACompressedBodyIsNoImageData() throws Exception {
        Reply page = Reply.of(200, "text/html", "<h1>Log in</h1>");
        assertThat(fails(page, HostileAnswersTest::download, UnexpectedAnswerException.class))
                .hasMessageContaining("HTML");
        Reply zipped = Reply.of(200, "application/octet-stream", "x", "Content-Encoding: gzip");
        assertThat(fails(zipped, HostileAnswersTest::download, UnexpectedAnswerException.class))
                .hasMessageContaining("gzip");
    }

    @Test
    void aPortWhereNobodyListensIsAFailureBeforeAnythingWasSent() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (FeignTransport transport = FeignTransport.builder()
                .endpoint(nobody)
                .tokenSource(new Stubs.FixedToken())
                .build()) {
            ConnectionFailedException change =
                    catchThrowableOfType(ConnectionFailedException.class, () -> change(transport));
            assertThat(change.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(change).hasMessageContaining("does it listen there?");
        }
    }

    @Test
    void aHostThatHasNoAddressIsAFailureBeforeAnythingWasSent() {
        try (FeignTransport transport = FeignTransport.builder()
                .endpoint(URI.create("http://glance.invalid:9292"))
                .tokenSource(new Stubs.FixedToken())
                .build()) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, () -> change(transport))
                            .effect())
                    .isEqualTo(Effect.NOT_SENT);
        }
    }

    @Test
    void anErrorBodyWithoutEndIsCutOff() throws Exception {
        Reply endless = Reply.raw("HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 100000000\r\n\r\n403 Forbidden\n\n" + "no ".repeat(40_000));
        ForbiddenException refused = fails(endless, HostileAnswersTest::read, ForbiddenException.class);
        assertThat(refused.failure().serviceText()).startsWith("no no").hasSizeLessThan(70_000);
    }

    @Test
    @Statement("S-113")
    void theThreeFormsOfARefusalMeanTheSame() throws Exception {
        String text = "You can't do \"this\" & that";
        ForbiddenException json = fails(
                Reply.json(
                        403,
                        "{\"message\":\"You can&#x27;t do &quot;this&quot; &amp; that<br /><br />\\n\\n\\n\","
                                + "\"code\":\"403 Forbidden\",\"title\":\"Forbidden\"}"),
                HostileAnswersTest::change,
                ForbiddenException.class);
        ForbiddenException html = fails(
                Reply.of(
                        403,
                        "text/html; charset=UTF-8",
                        "<html>\n <head>\n  <title>403 Forbidden</title>\n </head>\n <body>\n  <h1>403 Forbidden</h1>\n"
                                + "  You can&#x27;t do &quot;this&quot; &amp; that<br /><br />\n\n\n </body>\n</html>"),
                HostileAnswersTest::change,
                ForbiddenException.class);
        ForbiddenException plain = fails(
                Reply.of(403, "text/plain; charset=UTF-8", "403 Forbidden\n\nYou can't do \"this\" & that\n\n   "),
                HostileAnswersTest::change,
                ForbiddenException.class);
        assertThat(json.failure().serviceText()).isEqualTo(text);
        assertThat(html.failure()).isEqualTo(json.failure());
        assertThat(plain.failure()).isEqualTo(json.failure());
        assertThat(json.failure().explanations()).isNotEmpty();
    }

    @Test
    void anEndlessListOfPagesEndsAtTheDeadlineThatItsPagesShare() throws Exception {
        AtomicLong time = new AtomicLong();
        AtomicInteger images = new AtomicInteger();
        Script endless = request -> {
            time.addAndGet(Duration.ofSeconds(1).toNanos());
            String page = Stubs.image("") + "," + Stubs.image("");
            while (page.contains(Stubs.IMAGE.value())) {
                page = page.replaceFirst(Stubs.IMAGE.value(), "image-" + images.incrementAndGet());
            }
            return Reply.json(200, "{\"images\":[" + page + "],\"next\":\"/v2/images?marker=more\"}");
        };
        List<ImageId> met = new ArrayList<>();
        try (StubServer server = new StubServer(endless);
                FeignTransport transport = Stubs.transport(server)) {
            ImageTransport within = transport.within(Deadline.after(time::get, Duration.ofMillis(9_500)));
            Listing<Image> listing = Listing.ofImages(within::images, ImageQuery.defaults());

            assertThatThrownBy(() -> listing.forEach(image -> met.add(image.id())))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThat(server.received()).hasSize(10);
        }
        // The tenth page may come or be given up: the deadline passes while it is made.
        assertThat(met).hasSizeBetween(18, 20).doesNotHaveDuplicates();
    }

    private static <E extends ImageServiceException> E fails(
            Reply reply, Consumer<ImageTransport> call, Class<E> expected) throws IOException {
        try (StubServer server = new StubServer(r -> reply);
                FeignTransport transport = Stubs.transport(server)) {
            E failure = catchThrowableOfType(expected, () -> call.accept(transport));
            assertThat(failure).isNotNull();
            assertThat(server.received()).hasSize(1);
            return failure;
        }
    }
}
