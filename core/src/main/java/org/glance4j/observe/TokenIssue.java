package org.glance4j.observe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A new token.
 *
 * @param usable how long it is used before another one is asked for
 */
public record TokenIssue(Duration usable) {

    /** Refuses null. */
    public TokenIssue {
        requireNonNull(usable, "usable");
    }
}
