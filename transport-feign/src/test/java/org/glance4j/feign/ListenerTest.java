package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.ImageClient;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.MemberStatus;
import org.glance4j.observe.AttemptEnd;
import org.glance4j.observe.CallEnd;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.MemberCacheEvent;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.Repeat;
import org.glance4j.observe.SentRequest;
import org.glance4j.observe.TokenIssue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener hears, in which order. */
class ListenerTest {
    private static final String GET_IMAGE = "GET /v2/images/{id}";
    private static final String UPDATE_MEMBER = "PUT /v2/images/{id}/members/{member}";
    private static final String TOKEN = "POST /v3/auth/tokens";

    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final Recorder recorder = new Recorder();
    private StubServer server;
    private FeignTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(this::answer);
        transport = builder().build();
    }

    private FeignTransportBuilder builder() {
        return Stubs.withPassword(server)
                .listener(recorder)
                .ticker(nanos::get)
                .random(() -> 0)
                .pauser(pause -> nanos.addAndGet(pause.toNanos()));
    }

    /** Each answer takes the service a second. */
    private Reply answer(Received request) {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        return Stubs.isTokenRequest(request) ? Stubs.token(server, 1) : replies.remove();
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void callForATokenLiesWithinTheCallThatNeedsIt() {
        replies.add(Reply.json(200, Stubs.image(""), "x-openstack-request-id: req-1"));
        transport.images().get(Stubs.IMAGE);

        assertThat(recorder.heard)
                .containsExactly(
                        "1 " + GET_IMAGE + " begins",
                        "2 " + TOKEN + " begins",
                        "2 attempt 1",
                        "2 attempt 1 ANSWERED 201 null PT1S",
                        "2 success, 1 attempts, PT1S",
                        "token for PT59M",
                        "1 attempt 1",
                        "1 attempt 1 ANSWERED 200 req-1 PT1S",
                        "1 success, 1 attempts, PT2S");
    }

    @Test
    void repeatIsHeardWithItsPause() {
        withToken();
        replies.add(Reply.json(503, "{}", "Retry-After: 7", "x-openstack-request-id: req-1"));
        replies.add(Reply.json(200, Stubs.image(""), "x-openstack-request-id: req-2"));
        transport.images().get(Stubs.IMAGE);

        assertThat(recorder.heard)
                .containsExactly(
                        "3 " + GET_IMAGE + " begins",
                        "3 attempt 1",
                        "3 attempt 1 ANSWERED 503 req-1 PT1S",
                        "3 attempt 2 after PT7S, asked",
                        "3 attempt 2",
                        "3 attempt 2 ANSWERED 200 req-2 PT1S",
                        "3 success, 2 attempts, PT9S");
    }

    @Test
    void refusedTokenIsHeardAndIsNoRepeat() {
        withToken();
        replies.add(Reply.json(401, "{}"));
        replies.add(Reply.json(200, Stubs.image("")));
        transport.images().get(Stubs.IMAGE);

        assertThat(recorder.heard)
                .containsSubsequence(
                        "3 attempt 1 ANSWERED 401 null PT1S",
                        "token rejected",
                        "4 " + TOKEN + " begins",
                        "token for PT59M",
                        "3 attempt 2",
                        "3 success, 2 attempts, PT3S")
                .noneMatch(event -> event.contains("after"));
    }

    @Test
    void refusalIsHeardAsTheExceptionThatTheCallerGets() {
        withToken();
        replies.add(Reply.json(403, "{}"));
        Throwable thrown = catchThrowable(() -> transport.images().get(Stubs.IMAGE));

        assertThat(thrown).isInstanceOf(ForbiddenException.class);
        assertThat(recorder.ends.get(2).failure()).isSameAs(thrown);
        assertThat(recorder.ends.get(2).effect()).hasValue(Effect.NOT_APPLIED);
        assertThat(recorder.heard).endsWith("3 ForbiddenException, 1 attempts, PT1S");
    }

    @Test
    void lostAnswerIsHeardAsLostAndItsEffectAsUnknown() {
        withToken();
        replies.add(Reply.nothing());
        Throwable thrown = catchThrowable(() -> transport
                .images()
                .update(Stubs.IMAGE, ImagePatch.builder().name("n").build()));

        assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
        assertThat(recorder.heard)
                .endsWith("3 attempt 1 LOST null null PT1S", "3 OutcomeUnknownException, 1 attempts, PT1S");
        assertThat(recorder.ends.get(2).effect()).hasValue(Effect.UNKNOWN);
    }

    @Test
    void lookAtWhatBecameOfAChangeIsACallWithinIt() {
        withToken();
        replies.add(Reply.nothing());
        replies.add(Reply.json(200, Stubs.member("accepted")));
        transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED);

        assertThat(recorder.heard)
                .containsSubsequence(
                        "3 " + UPDATE_MEMBER + " begins",
                        "3 attempt 1 LOST null null PT1S",
                        "4 GET /v2/images/{id}/members/{member} begins",
                        "4 attempt 1 ANSWERED 200 null PT1S",
                        "4 success, 1 attempts, PT1S",
                        "3 success, 1 attempts, PT2S");
    }

    @Test
    void unreadableAnswerIsLostWithItsStatus() {
        withToken();
        replies.add(Reply.of(200, "text/html", "<p>Please log in</p>", "x-openstack-request-id: req-1"));
        replies.add(Reply.json(200, "{\"id\":"));
        replies.add(Reply.json(200, Stubs.image("")));
        transport.images().get(Stubs.IMAGE);

        assertThat(recorder.heard)
                .contains("3 attempt 1 LOST 200 req-1 PT1S", "3 attempt 2 LOST 200 null PT1S")
                .endsWith("3 attempt 3 ANSWERED 200 null PT1S", "3 success, 3 attempts, PT3S");
    }

    @Test
    void requestThatDoesNotLeaveIsHeardAsNotSent() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (FeignTransport unreachable =
                builder().endpoint(nobody).maxAttempts(1).build()) {
            assertThat(catchThrowable(() -> unreachable.images().get(Stubs.IMAGE)))
                    .isInstanceOf(ImageServiceException.class);
        }
        assertThat(recorder.heard)
                .endsWith("1 attempt 1 NOT_SENT null null PT0S", "1 ConnectionFailedException, 1 attempts, PT1S");
    }

    @Test
    void callThatIsNotSentBecauseThereIsNoTimeMakesNoAttempt() {
        withToken();
        ImageClient client = ImageClient.builder(transport).ticker(nanos::get).build();
        assertThat(catchThrowable(() -> client.within(Duration.ZERO).images().get(Stubs.IMAGE)))
                .isInstanceOf(ImageServiceException.class);

        assertThat(recorder.heard)
                .containsExactly("3 " + GET_IMAGE + " begins", "3 DeadlineExceededException, 0 attempts, PT0S");
    }

    @Test
    void cacheAboveTheTransportTellsTheSameListener() {
        withToken();
        replies.add(Reply.json(200, Stubs.member("pending")));
        ImageClient client = ImageClient.of(transport);
        client.members().get(Stubs.IMAGE, Stubs.CONSUMER);
        client.within(Duration.ofSeconds(1)).members().get(Stubs.IMAGE, Stubs.CONSUMER);

        assertThat(recorder.heard).startsWith("cache MISS").endsWith("cache LOADED", "cache HIT");
    }

    /** A call before that is not heard, so that the token is there. */
    private void withToken() {
        replies.add(Reply.json(200, Stubs.image("")));
        transport.images().get(Stubs.IMAGE);
        recorder.heard.clear();
    }

    /** Writes down what it hears, with the numbers of the calls. */
    private static final class Recorder implements ClientListener {
        private final List<String> heard = new ArrayList<>();
        private final List<CallEnd> ends = new ArrayList<>();

        @Override
        public void callBegan(ObservedCall call) {
            heard.add(call.number() + " " + call.route() + " begins");
        }

        @Override
        public void attemptBegan(ObservedCall call, SentRequest request) {
            heard.add(call.number() + " attempt " + request.attempt());
        }

        @Override
        public void attemptEnded(ObservedCall call, AttemptEnd end) {
            heard.add(call.number() + " attempt " + end.attempt() + " " + end.result() + " " + end.status() + " "
                    + end.requestId() + " " + end.duration());
        }

        @Override
        public void callRepeats(ObservedCall call, Repeat repeat) {
            heard.add(call.number() + " attempt " + repeat.attempt() + " after " + repeat.pause()
                    + (repeat.asked() ? ", asked" : ""));
        }

        @Override
        public void callEnded(ObservedCall call, CallEnd end) {
            ends.add(end);
            heard.add(call.number() + " " + end.outcome() + ", " + end.attempts() + " attempts, " + end.duration());
        }

        @Override
        public void tokenIssued(TokenIssue issue) {
            heard.add("token for " + issue.usable());
        }

        @Override
        public void tokenRejected() {
            heard.add("token rejected");
        }

        @Override
        public void memberCache(MemberCacheEvent event) {
            heard.add("cache " + event);
        }
    }
}
