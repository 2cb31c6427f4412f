package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.CONSUMER;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.glance4j.ImageClient;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.testing.ForwardingMembers;
import org.glance4j.testing.PlantedTransport;
import org.glance4j.testing.Scene;
import org.glance4j.transport.MemberOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A million look-ups through one cache by threads that change what they look up. Each image is changed by one thread, round
 * the three statuses, so that the number of changes so far tells the status. Every fourth change loses its answer after it was
 * applied, and loads dawdle between the service's answer and their return.
 */
@Timeout(300)
class CacheConsistencyTest {
    private static final int THREADS = 64;
    private static final int READS = 1_000_000;
    private static final int ONE_CHANGE_IN = 16;
    private static final MemberStatus[] ROUND = {MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED};

    private final long seed = new Random().nextLong();
    private final Scene scene = new Scene();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final PlantedTransport unreliable = new PlantedTransport(scene.consumer(), Unreliable::new);

    /** One for each thread. */
    private final List<ImageId> images = new ArrayList<>();

    /** For each image, how many changes are over, and how many have begun. */
    private final AtomicIntegerArray over = new AtomicIntegerArray(THREADS);

    private final AtomicIntegerArray begun = new AtomicIntegerArray(THREADS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        scene.close();
    }

    @Test
    void noLookUpIsOlderThanAnOwnChange() throws Exception {
        ImageClient client =
                ImageClient.builder(unreliable).ticker(Ticker.systemTicker()).build();
        walk(client.members());

        MemberCacheStatistics statistics = client.memberCacheStatistics().orElseThrow();
        assertThat(statistics.hits() + statistics.misses()).as("look-ups").isEqualTo(READS);
        assertThat(statistics.hitRate()).as("hit rate").isBetween(0.25, 0.95);
    }

    @Test
    void cacheThatKeepsWhatAFailedChangeChangedIsCaught() {
        Map<ImageId, Member> kept = new ConcurrentHashMap<>();
        MemberOperations forgetful = new ForwardingMembers(unreliable.members()) {
            @Override
            public Member get(ImageId imageId, ProjectId memberId) {
                return kept.computeIfAbsent(imageId, absent -> super.get(imageId, memberId));
            }

            @Override
            public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
                Member member = super.updateStatus(imageId, memberId, status);
                kept.remove(imageId);
                return member;
            }
        };

        assertThatThrownBy(() -> walk(forgetful))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("stale look-up");
    }

    /** Fails with what a thread saw that it must not see. */
    private void walk(MemberOperations members) throws Exception {
        System.err.println("CacheConsistencyTest seed " + seed);
        for (int i = 0; i < THREADS; i++) {
            images.add(scene.offeredImage());
        }
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int own = i;
            running.add(threads.submit(() -> walk(own, members, new SplittableRandom(seed + own))));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
    }

    private void walk(int own, MemberOperations members, SplittableRandom random) {
        for (int read = 0; read < READS / THREADS; read++) {
            if (random.nextInt(ONE_CHANGE_IN) == 0) {
                change(own, members);
                look(own, members);
            } else {
                look(random.nextInt(THREADS), members);
            }
        }
    }

    private void change(int image, MemberOperations members) {
        int changes = begun.incrementAndGet(image);
        try {
            members.updateStatus(images.get(image), CONSUMER, ROUND[changes % ROUND.length]);
        } catch (OutcomeUnknownException lost) {
            assertThat(lost.effect()).as("applied all the same").isEqualTo(Effect.UNKNOWN);
        }
        over.set(image, changes);
    }

    /** What is seen must not be older than the last change that was over before, nor newer than the last one begun. */
    private void look(int image, MemberOperations members) {
        int oldest = over.get(image);
        MemberStatus seen = members.get(images.get(image), CONSUMER).status();
        int newest = begun.get(image);
        for (int changes = oldest; changes <= newest; changes++) {
            if (ROUND[changes % ROUND.length] == seen) {
                return;
            }
        }
        throw new AssertionError("stale look-up of image " + image + ": " + seen + " after " + oldest + " to " + newest
                + " changes; seed " + seed);
    }

    /** Carries out every change, and loses the answer to some. */
    private static final class Unreliable extends ForwardingMembers {
        private final AtomicInteger changes = new AtomicInteger();

        Unreliable(MemberOperations delegate) {
            super(delegate);
        }

        @Override
        public Member get(ImageId imageId, ProjectId memberId) {
            Member member = super.get(imageId, memberId);
            LockSupport.parkNanos(1);
            return member;
        }

        @Override
        public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
            Member member = super.updateStatus(imageId, memberId, status);
            if (changes.incrementAndGet() % 4 == 0) {
                throw new OutcomeUnknownException(
                        Failure.of(Operation.UPDATE_MEMBER)
                                .effect(Effect.UNKNOWN)
                                .build(),
                        null);
            }
            return member;
        }
    }
}
