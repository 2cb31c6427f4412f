package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;
import org.glance4j.contract.Statement;
import org.glance4j.contract.StatementRecord;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.StubServer.Script;
import org.glance4j.model.ImageQuery;
import org.glance4j.testing.Threads;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens come from, how long they are used, and what a 401 does. */
class TokensTest {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("http");

    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Ticker ticker = nanos::get;
    private Script identity = request -> token();
    private Script images = request -> Reply.json(200, "{\"images\":[]}");
    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(new Script() {
            @Override
            public Reply answer(Received request) throws Exception {
                return (Stubs.isTokenRequest(request) ? identity : images).answer(request);
            }

            @Override
            public Reply early(Received request) throws InterruptedException {
                return images.early(request);
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Reply token() {
        return Stubs.token(server, tokens.incrementAndGet());
    }

    private FeignTransport transport() {
        return Stubs.withPassword(server).ticker(ticker).build();
    }

    private static void list(ImageTransport transport) {
        assertThat(transport.images().list(ImageQuery.defaults()).items()).isEmpty();
    }

    private List<Received> imageRequests() {
        return server.received().stream().filter(r -> !Stubs.isTokenRequest(r)).toList();
    }

    @Test
    void nothingIsSentBeforeTheFirstCall() {
        try (FeignTransport transport = transport()) {
            assertThat(transport.images()).isNotNull();
            assertThat(transport.caller()).isEmpty();
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    @Statement("S-119")
    void theTokenIsTheSubjectTokenHeader() {
        try (FeignTransport transport = transport()) {
            list(transport);
            assertThat(imageRequests()).singleElement().satisfies(request -> {
                assertThat(request.target()).isEqualTo("/image/v2/images");
                assertThat(request.headers()).containsEntry("x-auth-token", Stubs.TOKEN + 1);
            });
            assertThat(transport.caller()).contains(new Caller(Stubs.OWNER, Set.of(Role.MEMBER)));
        }
    }

    @Test
    void thePasswordRequestIsTheOneOfTheIdentityApi() {
        try (FeignTransport transport = transport()) {
            list(transport);
            assertThat(server.received().get(0).text()).isEqualTo("""
                            {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"producer",\
                            "domain":{"name":"Default"},"password":"%s"}}},"scope":{"project":{"name":"producer",\
                            "domain":{"name":"Default"}}}}}""".formatted(Stubs.PASSWORD));
            assertThat(server.received().get(0).headers())
                    .containsEntry("content-type", "application/json")
                    .doesNotContainKey("x-auth-token");
        }
    }

    @Test
    void aTokenIsAskedForWithAToken() {
        try (FeignTransport transport = FeignTransport.builder()
                .authUrl(server.url().resolve("/identity"))
                .token(Secret.of(Stubs.TOKEN + "given"))
                .projectId("p1")
                .build()) {
            list(transport);
            assertThat(server.received().get(0).text())
                    .isEqualTo("{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"" + Stubs.TOKEN
                            + "given\"}},\"scope\":{\"project\":{\"id\":\"p1\"}}}}");
        }
    }

    @Test
    @Statement("S-115")
    void anExpiredTokenIsRenewedOnceAndTheCallRepeatedOnce() {
        images = request -> request.headers().get("x-auth-token").equals(Stubs.TOKEN + 1)
                ? Reply.json(401, "{\"message\":\"expired\"}")
                : Reply.json(200, "{\"images\":[]}");
        try (FeignTransport transport = transport()) {
            list(transport);
            assertThat(tokens).hasValue(2);
            assertThat(imageRequests()).hasSize(2);
        }
    }

    @Test
    @Statement("S-115")
    void aServiceThatRefusesEveryTokenIsAskedTwice() {
        images = request -> Reply.json(401, "{\"message\":\"no, never\"}");
        try (FeignTransport transport = transport()) {
            UnauthorizedException refused = catchThrowableOfType(UnauthorizedException.class, () -> list(transport));
            assertThat(refused).hasMessageContaining("no, never");
            assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
            assertThat(tokens).hasValue(2);
            assertThat(imageRequests()).hasSize(2);
        }
    }

    @Test
    @Statement("S-115")
    void aTokenThatCannotBeRenewedIsNotTriedAgain() {
        images = request -> Reply.json(401, "{}");
        Stubs.FixedToken fixed = new Stubs.FixedToken();
        try (FeignTransport transport = FeignTransport.builder()
                .endpoint(server.url())
                .tokenSource(fixed)
                .build()) {
            assertThatThrownBy(() -> list(transport)).isInstanceOf(UnauthorizedException.class);
            assertThat(imageRequests()).hasSize(1);
            assertThat(fixed.rejections).hasValue(1);
        }
    }

    @Test
    void anUploadThatCannotBeReadAgainIsNotRepeated() {
        images = request -> Reply.json(401, "{}");
        try (FeignTransport transport = transport()) {
            ImageData once = ImageData.of(new ByteArrayInputStream(new byte[100]));
            assertThatThrownBy(() -> transport.data().upload(Stubs.IMAGE, once))
                    .isInstanceOf(UnauthorizedException.class);
            assertThat(imageRequests()).hasSize(1);
        }
    }

    @Test
    void anUploadThatCannotBeReadAgainIsRepeatedIfNothingOfItWasRead() {
        images = new Script() {
            @Override
            public Reply answer(Received request) {
                return Reply.noContent();
            }

            @Override
            public Reply early(Received request) {
                return request.headers().get("x-auth-token").equals(Stubs.TOKEN + 1) ? Reply.json(401, "{}") : null;
            }
        };
        try (FeignTransport transport = transport()) {
            transport.data().upload(Stubs.IMAGE, ImageData.of(new ByteArrayInputStream("data".getBytes(UTF_8))));
            assertThat(imageRequests()).extracting(Received::text).containsExactly("", "data");
        }
    }

    @Test
    void anUploadThatCanBeReadAgainIsRepeated() {
        images = request -> request.headers().get("x-auth-token").equals(Stubs.TOKEN + 1)
                ? Reply.json(401, "{}")
                : Reply.noContent();
        try (FeignTransport transport = transport()) {
            transport.data().upload(Stubs.IMAGE, ImageData.of("data".getBytes(UTF_8)));
            assertThat(imageRequests()).extracting(Received::text).containsExactly("data", "data");
        }
    }

    @Test
    void aTokenIsRenewedAheadOfItsExpiryByTheServicesOwnTimes() {
        try (FeignTransport transport = transport()) {
            list(transport);
            nanos.addAndGet(Duration.ofMinutes(58).toNanos());
            list(transport);
            assertThat(tokens).hasValue(1);
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            list(transport);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void manyThreadsAskForOneTokenPerExpiry() throws Exception {
        int threads = 64;
        int expiries = 3;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (FeignTransport transport = transport()) {
            for (int expiry = 1; expiry <= expiries; expiry++) {
                CountDownLatch start = new CountDownLatch(1);
                List<Future<?>> calls = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    calls.add(pool.submit(() -> {
                        start.await();
                        list(transport);
                        list(transport);
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> call : calls) {
                    call.get();
                }
                assertThat(tokens).hasValue(expiry);
                nanos.addAndGet(Duration.ofHours(1).toNanos());
            }
            assertThat(imageRequests()).hasSize(threads * 2 * expiries);
        } finally {
            pool.shutdownNow();
        }
    }

    @RepeatedTest(20)
    void manyThreadsWhoseTokenIsRefusedAskForOneNewToken() throws Exception {
        int threads = 64;
        images = request -> request.headers().get("x-auth-token").equals(Stubs.TOKEN + 1)
                ? Reply.json(401, "{}")
                : Reply.json(200, "{\"images\":[]}");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (FeignTransport transport = transport()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(pool.submit(() -> list(transport)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            assertThat(tokens).hasValue(2);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aThreadThatGivesUpOnTheTokenFailsNobodyElse() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        identity = request -> {
            if (requests.incrementAndGet() == 1) {
                asked.countDown();
                return server.hang();
            }
            return token();
        };
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try (FeignTransport transport = transport()) {
            Thread[] first = new Thread[1];
            Future<?> interrupted = pool.submit(() -> {
                first[0] = Thread.currentThread();
                assertThatThrownBy(() -> list(transport)).isInstanceOf(CallInterruptedException.class);
                assertThat(Thread.interrupted()).isTrue();
            });
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            Future<?> impatient = pool.submit(() -> assertThatThrownBy(
                            () -> list(transport.within(Deadline.after(Ticker.systemTicker(), Duration.ofMillis(50)))))
                    .isInstanceOf(DeadlineExceededException.class));
            Future<?> patient = pool.submit(() -> list(transport));
            impatient.get(1, TimeUnit.MINUTES);
            first[0].interrupt();
            interrupted.get(1, TimeUnit.MINUTES);
            patient.get(1, TimeUnit.MINUTES);
            assertThat(tokens).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT101S", "PT1H", "P100000D"})
    void whoHasTimeForTheAttemptThatAnotherHadNoneForMakesIt(Duration time) throws Exception {
        identity = request -> identityRequests() == 1 ? awayForAWhile() : token();
        assertThat(whileAnotherAsks(within(Duration.ofSeconds(2)), within(time)))
                .isEmpty();
        assertThat(identityRequests()).isEqualTo(2);
    }

    @Test
    void whoHasNoTimeForThatAttemptEitherSharesTheFailure() throws Exception {
        identity = request -> awayForAWhile();
        assertThat(whileAnotherAsks(within(Duration.ofSeconds(2)), within(Duration.ofSeconds(100))))
                .containsInstanceOf(ServiceUnavailableException.class);
        assertThat(identityRequests()).isEqualTo(1);
    }

    @Test
    void anIdentityServiceThatStaysAwayIsGivenUpOnceForAllWhoWait() throws Exception {
        identity = request -> awayForAWhile();
        assertThat(whileAnotherAsks(within(Duration.ofHours(1)), Deadline.none()))
                .containsInstanceOf(ServiceUnavailableException.class);
        assertThat(identityRequests()).isEqualTo(4);
    }

    private static Reply awayForAWhile() {
        return Reply.json(503, "{}", "Retry-After: 100");
    }

    private Deadline within(Duration time) {
        return Deadline.after(ticker, time);
    }

    private long identityRequests() {
        return server.received().stream().filter(Stubs::isTokenRequest).count();
    }

    /** Lets a call ask for a token in vain, and returns how another call fails, if it does, that waits for it meanwhile. */
    private Optional<Throwable> whileAnotherAsks(Deadline asking, Deadline waiting) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        Script answers = identity;
        identity = request -> {
            asked.countDown();
            assertThat(othersWait.await(1, TimeUnit.MINUTES)).isTrue();
            return answers.answer(request);
        };
        try (FeignTransport transport = transport()) {
            FutureTask<Throwable> first = new FutureTask<>(() -> catchThrowable(() -> list(transport.within(asking))));
            FutureTask<Throwable> second =
                    new FutureTask<>(() -> catchThrowable(() -> list(transport.within(waiting))));
            new Thread(first, "asking").start();
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            Thread other = new Thread(second, "waiting");
            other.start();
            Threads.awaitWaiting(other);
            othersWait.countDown();
            assertThat(first.get(1, TimeUnit.MINUTES)).isInstanceOf(ServiceUnavailableException.class);
            return Optional.ofNullable(second.get(1, TimeUnit.MINUTES));
        }
    }

    @Test
    void wrongCredentialsAreRefusedInTheIdentityServicesWords() {
        identity = request -> Reply.json(
                401, "{\"error\":{\"code\":401,\"message\":\"The password is wrong.\",\"title\":\"Unauthorized\"}}");
        try (FeignTransport transport = transport()) {
            UnauthorizedException refused = catchThrowableOfType(UnauthorizedException.class, () -> list(transport));
            assertThat(refused).hasMessageContaining("The password is wrong.").hasMessageContaining("check user");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void anIdentityServiceThatDoesNotAnswerIsNamed() {
        identity = request -> Reply.nothing();
        try (FeignTransport transport = transport()) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, () -> list(transport)))
                    .hasMessageContaining("authenticate");
        }
    }

    @Test
    void anAnswerWithoutATokenIsUnexpected() {
        identity = request -> Reply.json(201, "{\"token\":{}}");
        try (FeignTransport transport = transport()) {
            assertThatThrownBy(() -> list(transport)).isInstanceOf(UnexpectedAnswerException.class);
        }
    }

    @Test
    void aCatalogWithoutAFittingEndpointNamesWhatThereIs() {
        try (FeignTransport transport =
                Stubs.withPassword(server).region("RegionTwo").build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("RegionTwo")
                    .hasMessageContaining("public in RegionOne");
        }
    }

    @Test
    void aCatalogWithSeveralFittingEndpointsNamesThem() {
        identity = request -> Stubs.token(
                1,
                Stubs.catalogEntry("public", "one", "http://a.example/") + ","
                        + Stubs.catalogEntry("public", "two", "http://b.example/") + ","
                        + Stubs.catalogEntry("internal", "two", "http://c.example/"));
        try (FeignTransport transport = transport()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("http://a.example/")
                    .hasMessageContaining("http://b.example/")
                    .hasMessageNotContaining("http://c.example/");
        }
    }

    @Test
    void aLaterCatalogLeadsNoTokenElsewhere() throws IOException {
        try (StubServer elsewhere = new StubServer(r -> Reply.json(200, "{\"images\":[]}"));
                FeignTransport transport = transport()) {
            list(transport);
            identity = request -> Stubs.token(2, Stubs.catalogEntry("public", "RegionOne", elsewhere.url() + "/"));
            nanos.addAndGet(Duration.ofHours(2).toNanos());
            list(transport);
            assertThat(imageRequests()).hasSize(2);
            assertThat(elsewhere.received()).isEmpty();
        }
    }
}
