package org.glance4j.feign.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 64 threads over one client: what the server counts, and what the threads may see. */
class ManyThreadsTest {
    private static final int THREADS = 64;
    private static final int READS = 1_000_000;
    private static final String MEMBER_ROUTE = "/v2/images/{image_id}/members/{member_id}";
    private static final MemberStatus[] STATUSES = {MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED};

    private final InMemoryImageServer server =
            InMemoryImageServer.builder().build().start();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final FeignTransport transport = transport("consumer");
    private final ProjectId consumer = server.seed().projectId("consumer").orElseThrow();
    private List<ImageId> offered = List.of();

    @BeforeEach
    void offerOneImageForEachThread() {
        try (FeignTransport owner = transport("producer")) {
            ImageClient client = ImageClient.of(owner);
            offered = IntStream.range(0, THREADS)
                    .mapToObj(i -> client.images()
                            .create(NewImage.named("image-" + i).build())
                            .id())
                    .toList();
            offered.forEach(id -> client.sharing().offer(id, consumer));
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        transport.close();
        server.close();
    }

    @Test
    void asksForOneTokenPerExpiry() throws Exception {
        int expiries = 50;
        ImageClient client = client(MemberCacheSettings.off(), transport);
        long before = server.tokenRequests();
        for (int i = 0; i <= expiries; i++) {
            if (i > 0) {
                server.expireTokens();
            }
            onAllThreads(thread -> () -> client.images().get(offered.get(thread)));
        }
        assertThat(server.tokenRequests() - before).isEqualTo(1 + expiries);
    }

    @Test
    void loadsEachMemberOnceHoweverManyThreadsAsk() throws Exception {
        ImageClient client = client(MemberCacheSettings.defaults(), transport);
        long before = server.requests("GET", MEMBER_ROUTE);
        onAllThreads(thread -> () -> {
            for (ImageId image : offered) {
                client.members().get(image, consumer);
            }
            return thread;
        });
        assertThat(server.requests("GET", MEMBER_ROUTE) - before).isEqualTo(offered.size());
    }

    @Test
    void seesEveryOwnChangeInTheNextRead() throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("own changes: seed " + seed);
        ImageClient client = client(MemberCacheSettings.defaults(), new LosingAnswers(transport, seed));
        LongAdder reads = new LongAdder();
        LongAdder lost = new LongAdder();
        int changes = 100;
        int readsPerChange = READS / THREADS / changes + 1;

        onAllThreads(thread -> () -> {
            SplittableRandom random = new SplittableRandom(seed + thread);
            ImageId own = offered.get(thread);
            ImageId others = offered.get((thread + 1) % THREADS);
            for (int i = 0; i < changes; i++) {
                MemberStatus wanted = STATUSES[random.nextInt(STATUSES.length)];
                try {
                    client.members().updateStatus(own, consumer, wanted);
                } catch (OutcomeUnknownException e) {
                    lost.increment();
                }
                for (int read = 0; read < readsPerChange; read++) {
                    assertThat(client.members().get(own, consumer).status()).isEqualTo(wanted);
                    if (read % 16 == 0) {
                        // Loads that race with the neighbour's change.
                        client.members().get(others, consumer);
                    }
                }
                reads.add(readsPerChange);
            }
            return thread;
        });

        assertThat(reads.sum()).isGreaterThanOrEqualTo(READS);
        assertThat(lost.sum()).as("changes whose answer was lost").isPositive();
        System.out.println("own changes: " + reads + " reads, " + THREADS * changes + " changes, " + lost
                + " of them with a lost answer");
    }

    @Test
    void aLostAnswerIsOneThatWasApplied() {
        ImageTransport losing = new LosingAnswers(transport, 0);
        ImageId image = offered.get(0);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        losing.members().updateStatus(image, consumer, STATUSES[i % STATUSES.length]);
                    }
                })
                .isInstanceOf(OutcomeUnknownException.class);
    }

    private void onAllThreads(IntFunction<Callable<?>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Callable<?> task = work.apply(thread);
            running.add(threads.submit(() -> {
                start.await();
                return task.call();
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
    }

    private static ImageClient client(MemberCacheSettings settings, ImageTransport transport) {
        return ImageClient.builder(transport).memberCache(settings).build();
    }

    private FeignTransport transport(String user) {
        return FeignTransport.builder()
                .authUrl(server.authUrl())
                .username(user)
                .password(Secret.of(user + "-password"))
                .userDomainName("Default")
                .projectName(user)
                .projectDomainName("Default")
                .maxConnections(THREADS)
                .build();
    }
}
