package org.glance4j.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How single members are cached.
 *
 * @param maximumEntries the most members to keep; 0 switches the cache off
 * @param timeToLive how long a member is kept, from when its answer came: the bound on how stale it can be, but for the time
 *     that the answer took
 * @param refreshAhead how members that are asked for are loaded anew before that; null for not at all
 */
public record MemberCacheSettings(
        long maximumEntries, Duration timeToLive, @Nullable RefreshAhead refreshAhead) {
    private static final long DEFAULT_ENTRIES = 10_000;
    private static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofSeconds(30);

    /** Refuses negative numbers, and a refresh that would come too late. */
    public MemberCacheSettings {
        requireNonNull(timeToLive, "timeToLive");
        if (maximumEntries < 0) {
            throw new IllegalArgumentException("maximumEntries must not be negative: " + maximumEntries);
        }
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("timeToLive must be positive: " + timeToLive);
        }
        if (refreshAhead != null && refreshAhead.after().compareTo(timeToLive) >= 0) {
            throw new IllegalArgumentException("refreshAhead must be sooner than timeToLive: " + refreshAhead.after());
        }
    }

    /**
     * When and where a member that is asked for is loaded anew, while the one at hand is still given out.
     *
     * @param after the age at which it is
     * @param executor what runs the loads, each as long as the time to live at most; who made it closes it
     */
    public record RefreshAhead(Duration after, Executor executor) {

        /** Refuses null and a negative age. */
        public RefreshAhead {
            requireNonNull(after, "after");
            requireNonNull(executor, "executor");
            if (after.isNegative()) {
                throw new IllegalArgumentException("after must not be negative: " + after);
            }
        }
    }

    /**
     * Returns the default: 10,000 members for 30 seconds, loaded when they are asked for.
     *
     * @return the settings
     */
    public static MemberCacheSettings defaults() {
        return new MemberCacheSettings(DEFAULT_ENTRIES, DEFAULT_TIME_TO_LIVE, null);
    }

    /**
     * Returns the settings by which nothing is cached.
     *
     * @return the settings
     */
    public static MemberCacheSettings off() {
        return defaults().withMaximumEntries(0);
    }

    /**
     * Returns whether nothing is cached.
     *
     * @return true if no entry is allowed
     */
    public boolean isOff() {
        return maximumEntries == 0;
    }

    /**
     * Returns these settings with another number of entries.
     *
     * @param entries the most members to keep
     * @return the settings
     */
    public MemberCacheSettings withMaximumEntries(long entries) {
        return new MemberCacheSettings(entries, timeToLive, refreshAhead);
    }

    /**
     * Returns these settings with another time to live.
     *
     * @param duration how long a member is kept
     * @return the settings
     */
    public MemberCacheSettings withTimeToLive(Duration duration) {
        return new MemberCacheSettings(maximumEntries, duration, refreshAhead);
    }

    /**
     * Returns these settings with members loaded anew ahead of their end. Without it no member is ever loaded but by a thread
     * that asks for it.
     *
     * @param after the age at which a member that is asked for is loaded anew
     * @param executor what runs the loads; who made it closes it
     * @return the settings
     */
    public MemberCacheSettings withRefreshAhead(Duration after, Executor executor) {
        return new MemberCacheSettings(maximumEntries, timeToLive, new RefreshAhead(after, executor));
    }
}
