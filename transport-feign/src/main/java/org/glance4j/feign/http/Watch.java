package org.glance4j.feign.http;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/** One exchange under the eye of the {@link Watchdog}. Safe for use by several threads. */
final class Watch {
    private final Deadline deadline;
    private final Runnable cancel;
    private final long silenceNanos;
    private final Consumer<Watch> onStop;
    private final AtomicReference<ExchangeFailure.@Nullable Kind> ended = new AtomicReference<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable QuietConnection connection;

    Watch(Deadline deadline, Runnable cancel, long silenceNanos, Consumer<Watch> onStop) {
        this.deadline = deadline;
        this.cancel = cancel;
        this.silenceNanos = silenceNanos;
        this.onStop = onStop;
    }

    /** Says that the calling thread works on the exchange from now on: its interrupt ends it. */
    void enter() {
        thread = Thread.currentThread();
    }

    /** Says that no thread works on the exchange just now. */
    void leave() {
        thread = null;
    }

    /** Says on which connection the exchange takes place. */
    void on(QuietConnection connection) {
        this.connection = connection;
    }

    void look() {
        if (deadline.hasPassed()) {
            end(ExchangeFailure.Kind.DEADLINE);
        }
        Thread worker = thread;
        if (worker != null && worker.isInterrupted()) {
            end(ExchangeFailure.Kind.INTERRUPTED);
        }
        QuietConnection line = connection;
        if (line != null && line.isStuck(silenceNanos)) {
            end(ExchangeFailure.Kind.SILENCE);
        }
    }

    void end(ExchangeFailure.Kind reason) {
        // The reason stands before the cancellation, so that the thread that it wakes finds it.
        if (ended.compareAndSet(null, reason)) {
            try {
                cancel.run();
            } finally {
                // Whoever was given a stream may have dropped it without closing it, and nobody would stop this watch.
                stop();
            }
        }
    }

    /** Why the exchange was ended; null where it was not. */
    ExchangeFailure.@Nullable Kind reason() {
        look();
        return ended.get();
    }

    void stop() {
        onStop.accept(this);
    }
}
