package org.glance4j.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to pause between two looks: longer each time, and never two waiters in step.
 *
 * @param random what the pauses are varied by
 */
public record Backoff(RandomGenerator random) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /**
     * Returns the pause after a look: between half and all of 1, 2, 4, … and at most 30 seconds. Half is kept, since a look
     * right after another would find what that found.
     *
     * @param looks how many looks there were before, from 0
     * @return the pause
     */
    public Duration after(int looks) {
        Duration whole = SHORTEST.multipliedBy(1L << Math.min(looks, DOUBLINGS));
        long nanos = (whole.compareTo(LONGEST) > 0 ? LONGEST : whole).toNanos();
        return Duration.ofNanos(nanos / 2 + random.nextLong(nanos / 2 + 1));
    }
}
