package org.glance4j.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.BYSTANDER;
import static org.glance4j.testing.Scene.CONSUMER;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.glance4j.ImageClient;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.internal.Backoff;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.Scene;
import org.glance4j.transport.Pauser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitDecisionTest {
    private final Scene scene = new Scene();
    private final ManualTime time = new ManualTime();
    private final ImageId image = scene.offeredImage();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void decisionThatIsThereEndsItAtOnce() {
        decide(MemberStatus.REJECTED);

        assertThat(client(time).sharing().awaitDecision(image, CONSUMER).status())
                .isEqualTo(MemberStatus.REJECTED);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void endsOnceTheConsumerHasDecided() {
        ImageClient owner = client(afterPause(3, () -> decide(MemberStatus.ACCEPTED)));

        assertThat(owner.sharing().awaitDecision(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
        assertThat(time.pauses()).hasSize(3);
    }

    @Test
    void readsPastTheCacheAndLeavesNothingOlderInIt() {
        ImageClient owner = client(afterPause(1, () -> decide(MemberStatus.ACCEPTED)));
        owner.sharing().member(image, CONSUMER);
        owner.sharing().awaitDecision(image, CONSUMER);

        assertThat(owner.members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    void withdrawalEndsItAtOnce() {
        ImageClient owner = client(afterPause(2, () -> scene.owner().members().remove(image, CONSUMER)));

        assertThatThrownBy(() -> owner.sharing().awaitDecision(image, CONSUMER))
                .isInstanceOf(MemberNotFoundException.class);
        assertThat(time.pauses()).hasSize(2);
    }

    @Test
    void projectThatIsNoMemberEndsItAtOnce() {
        assertThatThrownBy(() -> client(time).sharing().awaitDecision(image, BYSTANDER))
                .isInstanceOf(MemberNotFoundException.class);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void endsWithItsDeadlineAndNotLater() {
        long start = time.read();

        assertThatThrownBy(() ->
                        client(time).within(Duration.ofMinutes(5)).sharing().awaitDecision(image, CONSUMER))
                .isInstanceOfSatisfying(DeadlineExceededException.class, late -> {
                    assertThat(late.effect()).isEqualTo(Effect.NOT_APPLIED);
                    assertThat(late).hasMessageContaining("still pending").hasMessageContaining(CONSUMER.value());
                });
        assertThat(Duration.ofNanos(time.read() - start)).isEqualTo(Duration.ofMinutes(5));
        assertThat(time.pauses()).as("looks meanwhile").hasSizeGreaterThan(10);
    }

    @Test
    void interruptEndsItAndIsKept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client(time).sharing().awaitDecision(image, CONSUMER))
                .isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void pausesGrowToHalfAMinuteAndAreVaried() {
        Backoff backoff = new Backoff(new SplittableRandom(42));

        for (int looks = 0; looks < 100; looks++) {
            Duration whole = Duration.ofSeconds(looks < 5 ? 1L << looks : 30);
            assertThat(backoff.after(looks)).isBetween(whole.dividedBy(2), whole);
        }
        assertThat(IntStream.range(0, 50).mapToObj(i -> backoff.after(0)).distinct())
                .hasSizeGreaterThan(40);
    }

    @Test
    void pauseIsTheWholeAtTheMostAndHalfAtTheLeast() {
        assertThat(new Backoff(drawing(bound -> bound - 1)).after(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(new Backoff(drawing(bound -> 0)).after(3)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void pausesOfTwoWaitersDiffer() {
        assertThat(pausesWith(new SplittableRandom(1))).isNotEqualTo(pausesWith(new SplittableRandom(2)));
        assertThat(pausesWith(new SplittableRandom(1))).isEqualTo(pausesWith(new SplittableRandom(1)));
    }

    /** Returns a generator whose draw below a bound is a function of the bound. */
    private static RandomGenerator drawing(LongUnaryOperator draw) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("drawn without a bound");
            }

            @Override
            public long nextLong(long bound) {
                return draw.applyAsLong(bound);
            }
        };
    }

    private static List<Duration> pausesWith(RandomGenerator random) {
        Backoff backoff = new Backoff(random);
        return IntStream.range(0, 10).mapToObj(backoff::after).toList();
    }

    private ImageClient client(Pauser pauser) {
        return ImageClient.builder(scene.owner())
                .ticker(time)
                .pauser(pauser)
                .random(new SplittableRandom(42))
                .build();
    }

    private Pauser afterPause(int number, Runnable event) {
        return duration -> {
            time.pause(duration);
            if (time.pauses().size() == number) {
                event.run();
            }
        };
    }

    private void decide(MemberStatus status) {
        scene.consumer().members().updateStatus(image, CONSUMER, status);
    }
}
