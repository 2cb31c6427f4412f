package org.glance4j.feign.keystone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.auth.Secret;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Failure;
import org.glance4j.feign.observe.Announcer;
import org.glance4j.model.Operation;
import org.glance4j.observe.ClientListener;
import org.glance4j.testing.Soak;
import org.glance4j.testing.Threads;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One request for a token per expiry, however many threads ask, and whatever the clocks on the wall do. */
class TokenHolderTest {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int SMALL_STACK = 512 << 10;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();

    /** The wall clock of the identity service, which is set forward and back by a day. */
    private final AtomicLong wallSeconds =
            new AtomicLong(Instant.parse("2026-11-23T12:00:00Z").getEpochSecond());

    private KeystoneTokens holder(KeystoneTokens.TokenRequest request) {
        return new KeystoneTokens(request, true, nanos::get, new Announcer(ClientListener.none(), nanos::get));
    }

    private Issued issue() {
        return issued(requests.incrementAndGet(), Instant.ofEpochSecond(wallSeconds.get()), LIFE);
    }

    private static Issued issued(int number, Instant at, Duration life) {
        ObjectNode token = JsonNodeFactory.instance.objectNode();
        token.put("issued_at", at.toString());
        token.put("expires_at", at.plus(life).toString());
        token.putObject("project").put("id", "p");
        JsonNode description = token;
        return new Issued(IdentityVersion.V3, Secret.of("token-" + number), description, null);
    }

    @Test
    void manyThreadsAskOnceForEachExpiry() throws Exception {
        assertThatEachExpiryCostsOneRequest(100, 40);
    }

    @Tag("soak")
    @Test
    void aThousandThreadsAskOnceForEachOfAThousandExpiries() throws Exception {
        assertThatEachExpiryCostsOneRequest(1_000, Soak.times(1_000));
    }

    /** Every other token ends by the Image service's word, as all its users learn at once; the rest by their age. */
    private void assertThatEachExpiryCostsOneRequest(int count, int expiries) throws InterruptedException {
        long seed = new Random().nextLong();
        System.out.println("token holder: seed " + seed);
        Random random = new Random(seed);
        Semaphore arrivals = new Semaphore(0);
        AtomicBoolean surplus = new AtomicBoolean();
        KeystoneTokens holder = holder(deadline -> {
            // All the others come while the request is under way; one request too many would wait for them in vain.
            if (!surplus.get() && !tryAcquire(arrivals, count)) {
                surplus.set(true);
            }
            return issue();
        });
        AtomicInteger round = new AtomicInteger();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        CyclicBarrier expiry = new CyclicBarrier(count, () -> {
            if (round.incrementAndGet() % 2 == 1) {
                nanos.addAndGet(LIFE.toNanos());
            }
            wallSeconds.addAndGet((random.nextInt(3) - 1) * Duration.ofDays(1).toSeconds());
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(
                    null, () -> use(holder, arrivals, expiry, round, expiries, failures), "user " + i, SMALL_STACK);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("token holder: " + count + " threads, " + expiries + " expiries, " + requests + " requests, "
                + failures.size() + " failed calls");
        assertThat(failures).isEmpty();
        assertThat(requests).hasValue(expiries + 1);
    }

    private static void use(
            KeystoneTokens holder,
            Semaphore arrivals,
            CyclicBarrier expiry,
            AtomicInteger round,
            int expiries,
            Queue<Throwable> failures) {
        try {
            arrivals.release();
            Secret last = holder.token(Deadline.none());
            for (int i = 1; i <= expiries; i++) {
                expiry.await(1, TimeUnit.MINUTES);
                // The request may end from here on: some refusals come after it.
                arrivals.release();
                if (round.get() % 2 == 0) {
                    holder.reject(last);
                }
                Secret next = holder.token(Deadline.none());
                assertThat(next).isEqualTo(Secret.of("token-" + (i + 1)));
                assertThat(holder.token(Deadline.none())).isEqualTo(next);
                last = next;
            }
        } catch (Error | RuntimeException | InterruptedException | BrokenBarrierException | TimeoutException e) {
            failures.add(e);
            expiry.reset();
        }
    }

    @Test
    void aRefusalOfAnOlderTokenLeavesTheNewerOne() {
        KeystoneTokens holder = holder(deadline -> issue());
        Secret first = holder.token(Deadline.none());
        holder.reject(first);
        Secret second = holder.token(Deadline.none());
        holder.reject(first);
        assertThat(holder.token(Deadline.none())).isEqualTo(second);
        assertThat(requests).hasValue(2);
    }

    @Test
    void whoSawAnExpiredTokenLooksAgainBeforeItAsks() throws Exception {
        CountDownLatch sawExpiry = new CountDownLatch(1);
        CountDownLatch renewed = new CountDownLatch(1);
        AtomicBoolean late = new AtomicBoolean();
        Ticker ticker = () -> {
            long now = nanos.get();
            if (Thread.currentThread().getName().equals("slow") && late.compareAndSet(false, true)) {
                sawExpiry.countDown();
                awaitQuietly(renewed);
            }
            return now;
        };
        KeystoneTokens holder =
                new KeystoneTokens(deadline -> issue(), true, ticker, new Announcer(ClientListener.none(), nanos::get));
        holder.token(Deadline.none());
        nanos.addAndGet(LIFE.toNanos());
        FutureTask<Secret> slow = asking(holder);
        start(slow, "slow");
        assertThat(sawExpiry.await(1, TimeUnit.MINUTES)).isTrue();
        Secret next = holder.token(Deadline.none());
        renewed.countDown();
        assertThat(slow.get(1, TimeUnit.MINUTES)).isEqualTo(next);
        assertThat(requests).hasValue(2);
    }

    @Test
    void aTokenThatIsWorthNothingOnArrivalIsUsedOnceByWhoeverWaitedForIt() {
        KeystoneTokens holder =
                holder(deadline -> issued(requests.incrementAndGet(), Instant.EPOCH, Duration.ofSeconds(-5)));
        assertThat(holder.token(Deadline.none())).isEqualTo(Secret.of("token-1"));
        assertThat(holder.token(Deadline.none())).isEqualTo(Secret.of("token-2"));
        assertThat(requests).hasValue(2);
    }

    @Test
    void whoWaitsForAnothersRequestBurnsNoProcessor() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        KeystoneTokens holder = holder(deadline -> {
            asked.countDown();
            awaitQuietly(answer);
            return issue();
        });
        FutureTask<Secret> asking = asking(holder);
        start(asking, "asking");
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        FutureTask<Secret> waiting = asking(holder);
        Threads.awaitWaiting(start(waiting, "waiting"));
        answer.countDown();
        assertThat(asking.get(1, TimeUnit.MINUTES)).isEqualTo(waiting.get(1, TimeUnit.MINUTES));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aFailedRequestFailsThoseThatWaitedAndNoneThatComesLater() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        KeystoneTokens holder = holder(deadline -> {
            if (attempts.incrementAndGet() == 1) {
                asked.countDown();
                awaitQuietly(answer);
                throw new ConnectionFailedException(
                        Failure.of(Operation.AUTHENTICATE).build(), null);
            }
            return issue();
        });
        FutureTask<Secret> asking = asking(holder);
        start(asking, "asking");
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        FutureTask<Secret> waiting = asking(holder);
        Threads.awaitWaiting(start(waiting, "waiting"));
        answer.countDown();
        for (FutureTask<Secret> call : List.of(asking, waiting)) {
            assertThatThrownBy(() -> call.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(ConnectionFailedException.class);
        }
        assertThat(holder.token(Deadline.none())).isEqualTo(Secret.of("token-1"));
        assertThat(attempts).hasValue(2);
    }

    private static FutureTask<Secret> asking(KeystoneTokens holder) {
        return new FutureTask<>(() -> holder.token(Deadline.none()));
    }

    private static Thread start(FutureTask<Secret> call, String name) {
        Thread thread = new Thread(call, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean tryAcquire(Semaphore semaphore, int permits) {
        try {
            return semaphore.tryAcquire(permits, 10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
