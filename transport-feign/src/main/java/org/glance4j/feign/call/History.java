package org.glance4j.feign.call;

import org.glance4j.error.Effect;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/** What is known so far of a call under way. Used by one thread. */
final class History {
    private int attempts;
    private Effect effect = Effect.NOT_SENT;
    private @Nullable FailedAttempt doubt;

    void begin() {
        attempts++;
    }

    /** Notes how an attempt failed. */
    void add(Operation operation, FailedAttempt failed) {
        Effect its = Ending.effect(operation, failed);
        effect = Ending.both(effect, its);
        if (doubt == null && (its == Effect.UNKNOWN || its == Effect.APPLIED)) {
            doubt = failed;
        }
    }

    /** How many attempts have begun. */
    int attempts() {
        return attempts;
    }

    /** What the call has done at the service until now. */
    Effect effect() {
        return effect;
    }

    /** The first attempt that may have changed something; null where none may. */
    @Nullable
    FailedAttempt doubt() {
        return doubt;
    }
}
