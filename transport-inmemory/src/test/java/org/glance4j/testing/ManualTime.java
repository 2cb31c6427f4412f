package org.glance4j.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.transport.Pauser;

/** Time that passes only when somebody moves it, or pauses. */
public final class ManualTime implements Ticker, Pauser {
    private final AtomicLong nanos = new AtomicLong(1_000);
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public long read() {
        return nanos.get();
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
        pauses.add(duration);
        pass(duration);
    }

    /** Returns the pauses so far, in order. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
