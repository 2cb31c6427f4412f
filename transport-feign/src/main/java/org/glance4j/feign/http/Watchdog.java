package org.glance4j.feign.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.glance4j.transport.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends exchanges whose deadline has come, whose thread is interrupted, whose request the service no longer takes or whose
 * transport is closed, within {@value #PERIOD_MILLIS} ms. Blocking reads and writes of a socket do not notice an interrupt by
 * themselves, and writes have no timeout, so one thread looks at all exchanges under way; it lives while there are any, and a
 * second longer. Safe for use by several threads.
 */
final class Watchdog {
    private static final long PERIOD_MILLIS = 10;
    private static final int IDLE_ROUNDS = 100;
    private static final Logger LOG = LoggerFactory.getLogger("org.glance4j.feign");

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final long silenceNanos;
    private final Executor threads;
    private volatile boolean closed;

    /** Makes a watchdog that ends an exchange of whose request the service takes nothing for this long. */
    Watchdog(Duration silence) {
        this(silence, Watchdog::start);
    }

    /** Makes a watchdog that works on a thread of these. */
    Watchdog(Duration silence, Executor threads) {
        this.silenceNanos = TimeUnit.NANOSECONDS.convert(silence);
        this.threads = threads;
    }

    /**
     * Begins to watch an exchange for the calling thread. One that begins after {@link #close()} ends at once.
     *
     * @throws OutOfMemoryError if there can be no more threads: the exchange is not watched then
     */
    Watch watch(Deadline deadline, Runnable cancel) {
        Watch watch = new Watch(deadline, cancel, silenceNanos, watches::remove);
        watch.enter();
        watches.add(watch);
        if (closed) {
            watch.end(ExchangeFailure.Kind.CLOSED);
        } else if (running.compareAndSet(false, true)) {
            begin(watch);
        }
        return watch;
    }

    private void begin(Watch first) {
        try {
            threads.execute(this::watchOver);
        } catch (Throwable e) {
            running.set(false);
            first.stop();
            throw e;
        }
    }

    /** Ends every exchange. */
    void close() {
        closed = true;
        watches.forEach(watch -> watch.end(ExchangeFailure.Kind.CLOSED));
    }

    boolean isClosed() {
        return closed;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "glance4j-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private void watchOver() {
        try {
            lookAgainAndAgain();
        } catch (Throwable e) {
            // The next exchange begins another thread, which watches over all.
            running.set(false);
            throw e;
        }
    }

    private void lookAgainAndAgain() {
        int idle = 0;
        do {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS));
            watches.forEach(this::look);
            idle = watches.isEmpty() ? idle + 1 : 0;
        } while (!closed && (idle < IDLE_ROUNDS || !mayStop()));
    }

    /** One exchange that cannot be looked at, for its deadline's ticker throws, say, is no reason to leave the others alone. */
    private void look(Watch watch) {
        try {
            watch.look();
        } catch (Throwable e) {
            if (failed.compareAndSet(false, true)) {
                LOG.warn("a deadline, or the end of a call, failed; said once", e);
            }
        }
    }

    /** A watch may have been added between the last look and the flag: then this thread goes on, unless another began. */
    private boolean mayStop() {
        running.set(false);
        return watches.isEmpty() || !running.compareAndSet(false, true);
    }
}
