package org.glance4j.feign.call;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a call makes another attempt, and when. A pure function: no clock, no random source, no budget. */
record RetryPolicy(int maxAttempts) {
    /** A call that has no deadline waits for a service no longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * What is decided.
     *
     * @param pause how long to wait before the next attempt; null for no next attempt
     * @param obstacle why there is none although what happened would allow it, in a clause; null where it would not
     * @param tooLong the pause that the call has no time for; null where that is not why there is none
     */
    record Decision(
            @Nullable Duration pause,
            @Nullable String obstacle,
            @Nullable Duration tooLong) {
        private static final Decision END = new Decision(null, null, null);

        private static Decision after(Duration pause) {
            return new Decision(pause, null, null);
        }

        private static Decision prevented(String obstacle) {
            return new Decision(null, obstacle, null);
        }

        private static Decision tooLate(Duration pause, String obstacle) {
            return new Decision(null, obstacle, pause);
        }
    }

    /**
     * Decides.
     *
     * @param kind the class of the operation
     * @param ending how the last attempt ended
     * @param repeatable whether the request can be sent again
     * @param attempts how many attempts there were
     * @param asked how long the service wants to be left alone; null where it does not say
     * @param backoff how long to wait otherwise
     * @param left the time that the call has left; empty for as much as it takes
     */
    Decision after(
            OperationClass kind,
            Ending ending,
            boolean repeatable,
            int attempts,
            @Nullable Duration asked,
            Duration backoff,
            Optional<Duration> left) {
        boolean again = switch (ending) {
            case NOT_SENT, TOO_MANY -> true;
            case AMBIGUOUS -> kind.repeatsAmbiguous();
            case TOKEN_REFUSED, FINAL -> false;
        };
        if (!again || maxAttempts == 1) {
            return Decision.END;
        }
        if (!repeatable) {
            return Decision.prevented("the data has been read and cannot be sent again");
        }
        if (attempts >= maxAttempts) {
            return Decision.END;
        }
        return waiting(asked, backoff, left);
    }

    /** The wait before the next request, whatever that is: a repetition, or a look at what became of the first. */
    static Decision waiting(@Nullable Duration asked, Duration backoff, Optional<Duration> left) {
        Duration pause = asked == null ? backoff : asked;
        if (left.isPresent() && pause.compareTo(left.get()) >= 0) {
            return Decision.tooLate(pause, "the deadline comes before the next attempt would");
        }
        if (left.isEmpty() && pause.compareTo(LONGEST) > 0) {
            return Decision.tooLate(pause, "that is longer than a call without a deadline waits");
        }
        return Decision.after(pause);
    }
}
