package org.glance4j.feign.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glance4j.transport.Pauser;
import org.jspecify.annotations.Nullable;

/** The pauses between attempts, which closing ends. Safe for use by several threads. */
public final class Pauses implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final @Nullable Pauser pauser;

    /**
     * Makes the pauses.
     *
     * @param pauser what lets time pass; null for putting the calling thread to sleep
     */
    public Pauses(@Nullable Pauser pauser) {
        this.pauser = pauser;
    }

    /**
     * Returns after a duration, or earlier if all of this is closed meanwhile.
     *
     * @return false if it is closed
     */
    boolean pause(Duration duration) throws InterruptedException {
        if (pauser == null) {
            return !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }
        pauser.pause(duration);
        return closed.getCount() > 0;
    }

    /** Ends every pause under way and every later one. Closing again does nothing. */
    @Override
    public void close() {
        closed.countDown();
    }
}
