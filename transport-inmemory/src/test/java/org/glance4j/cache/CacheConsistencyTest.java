package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.testing.Scene.CONSUMER;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A million look-ups through one cache by threads that change what they look up. Each image is changed by one thread, round
 * the three statuses, so that the number of changes so far tells the status. Every fourth change loses its answer after it was
 * applied, and loads dawdle between the service's answer and their return.
 */
@Timeout(300)
class CacheConsistencyTest {
    private static final int THREADS = 8;
    private static final int IMAGES_PER_THREAD = 2;
    private static final int READS_PER_THREAD = 125_000;
    private static final int ONE_CHANGE_IN = 16;
    private static final MemberStatus[] ROUND = {MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED};

    private final long seed = new Random().nextLong();
    private final List<ImageId> images = new ArrayList<>();

    /** For each image, how many changes are over, and how many have begun. */
    private final AtomicIntegerArray over = new AtomicIntegerArray(THREADS * IMAGES_PER_THREAD);

    private final AtomicIntegerArray begun = new AtomicIntegerArray(THREADS * IMAGES_PER_THREAD);

    @Test
    void noLookUpIsOlderThanAnOwnChange() throws Exception {
        System.err.println("CacheConsistencyTest seed " + seed);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Scene scene = new Scene()) {
            for (int i = 0; i < THREADS * IMAGES_PER_THREAD; i++) {
                images.add(scene.offeredImage());
            }
            CachingTransport consumer = CachingTransport.over(
                    new PlantedTransport(scene.consumer(), Unreliable::new),
                    MemberCacheSettings.defaults(),
                    Ticker.systemTicker());
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Walk walk = new Walk(i, consumer.members(), new SplittableRandom(seed + i));
                running.add(threads.submit(walk::run));
            }
            int failedChanges = 0;
            for (Future<Integer> thread : running) {
                failedChanges += thread.get();
            }
            assertThat(failedChanges).as("changes that lost their answer").isGreaterThan(1_000);
            assertThat(consumer.statistics().hits()).as("hits").isGreaterThan(THREADS * READS_PER_THREAD / 4);
            assertThat(consumer.statistics().hits() + consumer.statistics().misses())
                    .as("look-ups")
                    .isEqualTo(THREADS * READS_PER_THREAD);
        } finally {
            threads.shutdownNow();
        }
    }

    private final class Walk {
        private final int thread;
        private final MemberOperations members;
        private final SplittableRandom random;
        private int failedChanges;

        Walk(int thread, MemberOperations members, SplittableRandom random) {
            this.thread = thread;
            this.members = members;
            this.random = random;
        }

        int run() {
            for (int read = 0; read < READS_PER_THREAD; read++) {
                int image;
                if (random.nextInt(ONE_CHANGE_IN) == 0) {
                    image = thread * IMAGES_PER_THREAD + random.nextInt(IMAGES_PER_THREAD);
                    change(image);
                } else {
                    image = random.nextInt(images.size());
                }
                look(image);
            }
            return failedChanges;
        }

        private void change(int image) {
            int changes = begun.incrementAndGet(image);
            try {
                members.updateStatus(images.get(image), CONSUMER, ROUND[changes % ROUND.length]);
            } catch (OutcomeUnknownException lost) {
                failedChanges++;
            }
            over.set(image, changes);
        }

        /** What is seen must not be older than the last change that was over before, nor newer than the last one begun. */
        private void look(int image) {
            int oldest = over.get(image);
            MemberStatus seen = members.get(images.get(image), CONSUMER).status();
            int newest = begun.get(image);
            for (int changes = oldest; changes <= newest; changes++) {
                if (ROUND[changes % ROUND.length] == seen) {
                    return;
                }
            }
            throw new AssertionError("stale look-up of image " + image + ": " + seen + " after " + oldest + " to "
                    + newest + " changes; seed " + seed);
        }
    }

    /** Carries out every change, and loses the answer to some. Each thread has its own. */
    private static final class Unreliable extends ForwardingMembers {
        private int changes;

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
            if (++changes % 4 == 0) {
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
