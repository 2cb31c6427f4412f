package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a time has to be. The service compares microseconds, although it shows whole seconds: an image that shows a time was
 * made somewhere in the second that begins with it, so that {@link TimeComparison#EQUAL} hardly ever finds one.
 *
 * @param comparison how it is compared
 * @param time what it is compared with, cut to microseconds
 */
public record TimeCondition(TimeComparison comparison, Instant time) {

    /** Refuses null and cuts the time to microseconds. */
    public TimeCondition {
        requireNonNull(comparison, "comparison");
        time = requireNonNull(time, "time").truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns the condition that a time is later than another.
     *
     * @param time the other
     * @return the condition
     */
    public static TimeCondition after(Instant time) {
        return new TimeCondition(TimeComparison.AFTER, time);
    }

    /**
     * Returns the condition that a time is later than another, or the same.
     *
     * @param time the other
     * @return the condition
     */
    public static TimeCondition atOrAfter(Instant time) {
        return new TimeCondition(TimeComparison.AT_OR_AFTER, time);
    }

    /**
     * Returns the condition that a time is earlier than another.
     *
     * @param time the other
     * @return the condition
     */
    public static TimeCondition before(Instant time) {
        return new TimeCondition(TimeComparison.BEFORE, time);
    }

    /**
     * Returns the condition that a time is earlier than another, or the same.
     *
     * @param time the other
     * @return the condition
     */
    public static TimeCondition atOrBefore(Instant time) {
        return new TimeCondition(TimeComparison.AT_OR_BEFORE, time);
    }

    /**
     * Returns whether the condition holds for a time.
     *
     * @param tested the time
     * @return whether it holds
     */
    public boolean holds(Instant tested) {
        return comparison.holds(tested, time);
    }
}
