package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pauses in which a thread really sleeps. */
@Timeout(30)
class PausesTest {
    private final Pauses pauses = new Pauses(null);

    @Test
    void closingWakesWhoSleepsAndNobodySleepsAfterwards() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> sleeper = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return pause(Duration.ofHours(1));
        });
        begun.await();
        pauses.close();
        assertThat(sleeper.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(pause(Duration.ofHours(1))).isFalse();
        pauses.close();
    }

    @Test
    void aPauseEndsByItself() {
        assertThat(pause(Duration.ofNanos(1))).isTrue();
    }

    private boolean pause(Duration duration) {
        try {
            return pauses.pause(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
