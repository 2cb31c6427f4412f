package org.glance4j.observe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Another attempt of a call.
 *
 * @param attempt which attempt of the call it is going to be, from 2
 * @param pause how long is waited before it
 * @param asked whether the service said how long to wait ({@code Retry-After})
 */
public record Repeat(int attempt, Duration pause, boolean asked) {

    /** Refuses null. */
    public Repeat {
        requireNonNull(pause, "pause");
    }
}
