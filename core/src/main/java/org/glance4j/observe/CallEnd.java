package org.glance4j.observe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param attempts how many attempts it made; may be 0
 * @param duration the whole time of the call, pauses and waiting for a token included
 * @param failure what it failed with; null for a success
 */
public record CallEnd(
        int attempts, Duration duration, @Nullable RuntimeException failure) {

    /** Refuses a missing duration. */
    public CallEnd {
        requireNonNull(duration, "duration");
    }

    /**
     * Returns the outcome in one word of few: fit for a tag.
     *
     * @return {@code success}, the simple name of the {@link ImageServiceException}, or {@code other} for a failure that is none
     *     of the library's own
     */
    public String outcome() {
        if (failure == null) {
            return "success";
        }
        return failure instanceof ImageServiceException ? failure.getClass().getSimpleName() : "other";
    }

    /**
     * Returns what a failed call did at the service.
     *
     * @return the effect, empty for a success, and for a failure that is none of the library's own
     */
    public Optional<Effect> effect() {
        return failure instanceof ImageServiceException known ? Optional.of(known.effect()) : Optional.empty();
    }
}
