package org.glance4j.transport;

import java.time.Duration;

/** Lets time pass between two attempts. Passed in, so that tests need not wait. */
@FunctionalInterface
public interface Pauser {

    /**
     * Returns after a duration.
     *
     * @param duration how long, never negative
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void pause(Duration duration) throws InterruptedException;

    /**
     * Returns the pauser that puts the calling thread to sleep.
     *
     * @return the pauser
     */
    static Pauser sleeping() {
        return duration -> java.util.concurrent.TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
