package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the service does by itself, and when: steps, each of which happens at its instant, as seen by whoever looks later. Nothing
 * here has a thread; {@link Cloud} makes up for what is due before each operation. Guarded by the cloud's lock.
 */
final class Agenda {
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private final Queue<Runnable> errands = new ArrayDeque<>();
    private long count;

    private record Step(Instant at, long number, Consumer<Instant> change) {}

    /**
     * Adds a step.
     *
     * @param at when it is due; it happens no earlier
     * @param change what it changes, given when; runs under the cloud's lock
     */
    void at(Instant at, Consumer<Instant> change) {
        steps.add(new Step(at, count++, change));
    }

    /** Adds what is to be done without the lock, by the thread that looks, because it runs foreign code or reads data. */
    void errand(Runnable errand) {
        errands.add(errand);
    }

    /** Returns the next errand; null where there is none. */
    @Nullable
    Runnable nextErrand() {
        return errands.poll();
    }

    /** Does the first step that is due; returns whether there was one. */
    boolean step(Instant now) {
        Step next = steps.peek();
        if (next == null || next.at().isAfter(now)) {
            return false;
        }
        steps.remove();
        next.change().accept(next.at());
        return true;
    }
}
