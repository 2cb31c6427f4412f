package org.glance4j.feign.call;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How it is found out whether a change whose answer was lost was carried out.
 *
 * @param <T> what the change answers
 */
public sealed interface Reconciliation<T> {

    /**
     * Nothing is looked at: that the service refuses the repetition says enough.
     *
     * @param result what the change answers
     * @param <T> what that is
     */
    record Settled<T>(T result) implements Reconciliation<T> {}

    /**
     * A look at what the change is about.
     *
     * @param call the look as a call of its own; it has the change's deadline
     * @param exchange one attempt of it
     * @param surprise says, in a clause, what was found instead of what the change was to make; null where it is just that
     * @param <T> what is found, and what the change answers
     */
    record Look<T>(Call call, Exchange<T> exchange, Function<T, @Nullable String> surprise)
            implements Reconciliation<T> {}
}
