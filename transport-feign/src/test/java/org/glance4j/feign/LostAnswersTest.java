package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes whose answer is lost on the way, and what is sent after them. */
@Timeout(30)
class LostAnswersTest {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

    private final Deque<Reply> replies = new ArrayDeque<>();
    private StubServer server;
    private FeignTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(request -> replies.remove());
        transport = Stubs.builder(server).build();
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    private void answer(Reply... inThisOrder) {
        replies.addAll(List.of(inThisOrder));
    }

    private List<String> methods() {
        return server.received().stream().map(Received::method).toList();
    }

    private static Reply conflict() {
        return Reply.json(409, "{\"message\":\"there already\"}");
    }

    private static <E extends ImageServiceException> E thrown(Class<E> expected, ThrowingCallable call) {
        return catchThrowableOfType(expected, call);
    }

    @Test
    void anImageIsCreatedUnderTheIdThatItsFirstAttemptHad() {
        NewImage image = NewImage.named("debian-12").build();
        answer(Reply.nothing(), conflict());
        server.onRequest(() -> {
            if (server.received().size() == 2) {
                replies.add(Reply.json(
                        200,
                        Stubs.image(",\"name\":\"debian-12\"")
                                .replace(
                                        Stubs.IMAGE.value(),
                                        sentId(server.received().get(0)))));
            }
        });
        ImageId created = transport.images().create(image).id();
        assertThat(methods()).containsExactly("POST", "POST", "GET");
        assertThat(server.received().get(1).body())
                .isEqualTo(server.received().get(0).body());
        assertThat(created.value()).isEqualTo(sentId(server.received().get(0)));
        assertThat(server.received().get(2).target()).isEqualTo("/v2/images/" + created);
    }

    private static String sentId(Received create) {
        Matcher id = ID.matcher(create.body());
        assertThat(id.find()).as(create.body()).isTrue();
        return id.group(1);
    }

    @Test
    void twoImagesHaveTwoIds() {
        answer(Reply.json(201, Stubs.image("")), Reply.json(201, Stubs.image("")));
        for (int i = 0; i < 2; i++) {
            assertThat(transport.images().create(NewImage.builder().build())).isNotNull();
        }
        assertThat(sentId(server.received().get(0)))
                .isNotEqualTo(sentId(server.received().get(1)));
    }

    @Test
    void anotherImageUnderTheIdIsNotTakenForTheOneThatWasSent() {
        NewImage image = NewImage.named("debian-12").id(Stubs.IMAGE).tag("lts").build();
        answer(Reply.nothing(), conflict(), Reply.json(200, Stubs.image(",\"name\":\"debian-11\"")));
        ImageAlreadyExistsException refused = thrown(
                ImageAlreadyExistsException.class, () -> transport.images().create(image));
        assertThat(refused).hasMessageContaining("another name, tags").hasMessageContaining(Stubs.IMAGE.value());
        assertThat(refused.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void anImageThatCannotBeLookedForIsNamedByTheFailure() {
        answer(Reply.nothing(), Reply.nothing(), Reply.nothing(), Reply.nothing());
        OutcomeUnknownException lost = thrown(
                OutcomeUnknownException.class,
                () -> transport.images().create(NewImage.builder().build()));
        assertThat(lost.failure().imageId())
                .isEqualTo(ImageId.of(sentId(server.received().get(0))));
    }

    @Test
    void whatIsRemovedMayBeGoneAlready() {
        Reply gone = Reply.json(404, "{}");
        answer(Reply.nothing(), gone, Reply.nothing(), gone, Reply.nothing(), gone);
        transport.images().delete(Stubs.IMAGE);
        transport.images().removeTag(Stubs.IMAGE, "lts");
        transport.members().remove(Stubs.IMAGE, Stubs.CONSUMER);
        assertThat(methods()).hasSize(6).containsOnly("DELETE");
    }

    @Test
    void whatDoesTheSameTwiceIsSentTwice() {
        Reply done = Reply.noContent();
        answer(Reply.nothing(), done, Reply.nothing(), done, Reply.nothing(), done);
        transport.images().addTag(Stubs.IMAGE, "lts");
        transport.images().deactivate(Stubs.IMAGE);
        transport.images().reactivate(Stubs.IMAGE);
        assertThat(methods()).containsExactly("PUT", "PUT", "POST", "POST", "POST", "POST");
    }

    @Test
    void aMemberIsAddedOnceAndLookedFor() {
        answer(Reply.nothing(), conflict(), Reply.json(200, Stubs.member("pending")));
        assertThat(transport.members().add(Stubs.IMAGE, Stubs.CONSUMER).status())
                .isEqualTo(MemberStatus.PENDING);
        assertThat(methods()).containsExactly("POST", "POST", "GET");
    }

    @Test
    void aStatusIsSentOnceAndLookedFor() {
        Reply loginPage = Reply.of(200, "text/html", "<h1>Log in</h1>");
        answer(
                loginPage,
                Reply.json(200, Stubs.member("accepted")),
                loginPage,
                Reply.json(200, Stubs.member("rejected")));
        assertThat(accept().status()).isEqualTo(MemberStatus.ACCEPTED);
        assertThat(thrown(OutcomeUnknownException.class, this::accept))
                .hasMessageContaining("the member is found rejected")
                .hasMessageContaining("look at the service");
        assertThat(methods()).containsExactly("PUT", "GET", "PUT", "GET");
    }

    private Member accept() {
        return transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED);
    }

    @Test
    void aPatchIsNeverSentAgain() {
        answer(Reply.nothing());
        ImagePatch patch = ImagePatch.builder().name("new").build();
        assertThat(thrown(
                                OutcomeUnknownException.class,
                                () -> transport.images().update(Stubs.IMAGE, patch))
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(methods()).containsExactly("PATCH");
    }

    @Test
    void anUploadThatWasTakenIsNeverSentAgain() {
        answer(Reply.nothing());
        ImageData data = ImageData.of(new byte[10]);
        assertThat(thrown(OutcomeUnknownException.class, () -> transport.data().upload(Stubs.IMAGE, data))
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(methods()).containsExactly("PUT");
    }

    @Test
    void anUploadThatTheServiceHasNoTimeForIsSentAgainIfItsDataIsThereAgain() {
        Reply later = Reply.json(429, "{}");
        answer(later, Reply.noContent());
        transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[10]));
        assertThat(server.received())
                .extracting(received -> received.body().length())
                .containsExactly(10, 10);
    }

    @Test
    void dataThatCannotBeOpenedIsItsSourcesFailureWhateverItThrows() {
        for (ImageData data : List.of(
                source(() -> {
                    throw new UncheckedIOException(new IOException("gone"));
                }),
                source(() -> {
                    throw new IOException("gone");
                }),
                source(() -> null))) {
            ImageDataSourceException failed = thrown(
                    ImageDataSourceException.class, () -> transport.data().upload(Stubs.IMAGE, data));
            assertThat(failed).hasMessageContaining("the data cannot be opened");
            assertThat(failed.effect()).isEqualTo(Effect.NOT_SENT);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void dataThatCannotBeOpenedAgainHasChangedNothing() {
        answer(Reply.json(429, "{}"));
        int[] opened = new int[1];
        ImageData data = source(() -> {
            if (opened[0]++ > 0) {
                throw new IOException("gone");
            }
            return InputStream.nullInputStream();
        });
        ImageDataSourceException failed =
                thrown(ImageDataSourceException.class, () -> transport.data().upload(Stubs.IMAGE, data));
        assertThat(failed.effect()).isEqualTo(Effect.NOT_APPLIED);
    }

    /** What opens a source. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    private static ImageData source(Opening opening) {
        return new ImageData() {
            @Override
            public InputStream open() throws IOException {
                return opening.open();
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
    }

    @Test
    void closingEndsACallThatWaitsToComeAgain() throws Exception {
        CountDownLatch refused = new CountDownLatch(1);
        try (StubServer busy = new StubServer(request -> {
            refused.countDown();
            return Reply.json(503, "{}", "Retry-After: 300");
        })) {
            FeignTransport patient = FeignTransport.builder()
                    .endpoint(busy.url())
                    .tokenSource(new Stubs.FixedToken())
                    .build();
            ExecutorService threads = Executors.newSingleThreadExecutor();
            Future<?> waiting = threads.submit(
                    () -> assertThatThrownBy(() -> patient.images().get(Stubs.IMAGE))
                            .isInstanceOf(TransportClosedException.class));
            refused.await();
            patient.close();
            waiting.get(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
            threads.shutdownNow();
            assertThat(busy.received()).hasSizeLessThanOrEqualTo(1);
        }
    }
}
