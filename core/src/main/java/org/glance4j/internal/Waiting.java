package org.glance4j.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.Pauser;

/**
 * Waits for the service, with pauses that grow between one look and the next and never reach beyond the deadline.
 *
 * @param deadline when to give up
 * @param pauser what lets time pass
 * @param backoff how long the pauses are
 */
public record Waiting(Deadline deadline, Pauser pauser, Backoff backoff) {

    /** Refuses null. */
    public Waiting {
        requireNonNull(deadline, "deadline");
        requireNonNull(pauser, "pauser");
        requireNonNull(backoff, "backoff");
    }

    /**
     * Returns what the first look with a result has found.
     *
     * @param look looks; empty where there is more to wait for
     * @param failure what is known of the call should it end without a result
     * @param still what is the case for as long as there is none, in a clause
     * @param <T> what is found
     * @return the result
     * @throws DeadlineExceededException if there is none when the time is over
     * @throws CallInterruptedException if the thread is interrupted meanwhile
     */
    public <T> T until(Supplier<Optional<T>> look, Failure.Builder failure, Supplier<String> still) {
        for (int looks = 0; ; looks++) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            Duration pause = backoff.after(looks);
            pause(deadline.remaining().filter(left -> left.compareTo(pause) < 0).orElse(pause), failure, still);
            if (deadline.hasPassed()) {
                throw new DeadlineExceededException(
                        failure.effect(Effect.NOT_APPLIED).advice(still.get()).build(), null);
            }
        }
    }

    private void pause(Duration duration, Failure.Builder failure, Supplier<String> still) {
        try {
            pauser.pause(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    failure.effect(Effect.NOT_APPLIED)
                            .advice("the thread was interrupted while " + still.get())
                            .build(),
                    interrupted);
        }
    }
}
