package org.glance4j.feign.call;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to pause before an attempt where the service does not say: full jitter, so that callers fall out of step. */
record Backoff(RandomGenerator random) {
    private static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();
    /** From here on the doubled pause is longer than the longest. */
    private static final int MOST_DOUBLINGS = 7;

    /**
     * Returns a pause of any length up to 100, 200, 400, … milliseconds and at most 10 seconds.
     *
     * @param attempts how many attempts there were, from 1
     */
    Duration after(int attempts) {
        long most = Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(attempts - 1, MOST_DOUBLINGS));
        return Duration.ofNanos(random.nextLong(most + 1));
    }
}
