package org.glance4j.data;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.Pauser;

/** Pauses before another attempt: of any length up to 100, 200, 400, … milliseconds and at most 10 seconds. */
record Pauses(Pauser pauser, RandomGenerator random) {
    private static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_DOUBLINGS = 7;

    /**
     * Pauses, but not beyond the deadline.
     *
     * @param attempts how many attempts came to nothing, from 0
     */
    void after(int attempts, Deadline deadline) throws InterruptedException {
        long most = Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(attempts, MOST_DOUBLINGS));
        Duration pause = Duration.ofNanos(random.nextLong(most + 1));
        pauser.pause(
                deadline.remaining().filter(left -> left.compareTo(pause) < 0).orElse(pause));
    }
}
