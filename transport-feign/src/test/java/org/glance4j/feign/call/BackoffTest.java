package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a pause may be. */
class BackoffTest {
    private static final int PAUSES = 10_000;

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "3, 400", "7, 6400", "8, 10000", "9, 10000", "1000, 10000"})
    void aPauseIsAnyUpToADoublingLimit(int attempts, long limitMillis) {
        long seed = new SplittableRandom().nextLong();
        Backoff backoff = new Backoff(new SplittableRandom(seed));
        Duration limit = Duration.ofMillis(limitMillis);
        int[] quarters = new int[4];
        for (int i = 0; i < PAUSES; i++) {
            Duration pause = backoff.after(attempts);
            assertThat(pause).as("seed %d", seed).isBetween(Duration.ZERO, limit);
            quarters[(int) Math.min(3, pause.toNanos() * 4 / limit.toNanos())]++;
        }
        assertThat(Arrays.stream(quarters))
                .as("seed %d", seed)
                .allMatch(count -> Math.abs(count - PAUSES / 4) < PAUSES / 20);
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "8, 10000"})
    void theLongestPauseIsTheLimitItself(int attempts, long limitMillis) {
        assertThat(new Backoff(Bench.LONGEST).after(attempts)).isEqualTo(Duration.ofMillis(limitMillis));
    }
}
