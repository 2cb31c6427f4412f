package org.glance4j.feign.call;

import java.time.Duration;
import org.glance4j.transport.Deadline;

/**
 * Stands beside a failure, as suppressed, where the call made no other attempt because that would have come too late for it. A
 * call with more time would have made it.
 */
public final class NextAttemptTooLate extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration pause;

    NextAttemptTooLate(Duration pause) {
        super("the next attempt would come after " + pause, null, false, false);
        this.pause = pause;
    }

    /**
     * Returns whether a call gave up for want of time, and one that asks now has the time.
     *
     * @param deadline when the one that asks gives up
     * @param failure how the call failed
     * @return true where the next attempt comes in time for that deadline
     */
    public static boolean isInTimeFor(Deadline deadline, Throwable failure) {
        for (Throwable beside : failure.getSuppressed()) {
            if (beside instanceof NextAttemptTooLate late) {
                return RetryPolicy.waiting(late.pause, late.pause, deadline.remaining())
                                .pause()
                        != null;
            }
        }
        return false;
    }
}
