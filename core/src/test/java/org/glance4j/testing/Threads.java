package org.glance4j.testing;

import java.time.Duration;

/** What other threads of a test do. */
public final class Threads {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Threads() {}

    /**
     * Returns once a thread waits for another one.
     *
     * @param thread the thread, which has been started
     * @throws AssertionError if it ends instead, or does not come to wait within a minute
     */
    public static void awaitWaiting(Thread thread) {
        long begun = System.nanoTime();
        Thread.State state = thread.getState();
        while (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
            if (state == Thread.State.TERMINATED || System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new AssertionError("thread " + thread.getName() + " does not wait: it is " + state);
            }
            Thread.onSpinWait();
            state = thread.getState();
        }
    }
}
