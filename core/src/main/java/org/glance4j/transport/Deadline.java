package org.glance4j.transport;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instant at which a caller gives up, on a monotonic ticker: steps of the wall clock do not move it. Immutable.
 *
 * <p>A deadline further away than 146 years is none.
 */
public final class Deadline {
    private static final Deadline NONE = new Deadline(null, 0);
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final @Nullable Ticker ticker;
    private final long endNanos;

    private Deadline(@Nullable Ticker ticker, long endNanos) {
        this.ticker = ticker;
        this.endNanos = endNanos;
    }

    /**
     * Returns the deadline that never comes.
     *
     * @return no deadline
     */
    public static Deadline none() {
        return NONE;
    }

    /**
     * Returns the deadline that comes after a duration from now.
     *
     * @param ticker what tells the time
     * @param duration how far away; zero or less has passed already
     * @return the deadline
     */
    public static Deadline after(Ticker ticker, Duration duration) {
        requireNonNull(ticker, "ticker");
        if (duration.compareTo(LONGEST) > 0) {
            return NONE;
        }
        long nanos = duration.isNegative() ? 0 : duration.toNanos();
        return new Deadline(ticker, ticker.read() + nanos);
    }

    /**
     * Returns how much time is left.
     *
     * @return the time, never negative; empty where there is no deadline
     */
    public Optional<Duration> remaining() {
        if (ticker == null) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.max(0, endNanos - ticker.read())));
    }

    /**
     * Returns whether the time is over.
     *
     * @return true once it is
     */
    public boolean hasPassed() {
        return ticker != null && endNanos - ticker.read() <= 0;
    }

    /**
     * Returns the earlier of two deadlines, by the time that is left now.
     *
     * @param other the other deadline
     * @return this deadline or the other
     */
    public Deadline earlier(Deadline other) {
        Optional<Duration> mine = remaining();
        Optional<Duration> others = other.remaining();
        if (mine.isEmpty()) {
            return other;
        }
        return others.isPresent() && others.get().compareTo(mine.get()) < 0 ? other : this;
    }

    /** Returns how much time is left, in words. */
    @Override
    public String toString() {
        return remaining().map(left -> "Deadline[in " + left + "]").orElse("Deadline[none]");
    }
}
