package org.glance4j.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, put forward step by step. Safe for use by several threads. */
public final class ProgressClock implements InstantSource {
    private static final Duration STEP = Duration.ofMillis(50);

    private final AtomicLong steps = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.now().plus(STEP.multipliedBy(steps.get()));
    }

    /** Puts the clock forward. */
    public void advance() {
        steps.incrementAndGet();
    }
}
