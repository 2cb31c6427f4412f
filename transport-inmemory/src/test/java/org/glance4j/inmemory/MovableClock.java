package org.glance4j.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. For use by one thread. */
final class MovableClock implements InstantSource {
    private Instant now;

    MovableClock(Instant now) {
        this.now = now;
    }

    void move(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
