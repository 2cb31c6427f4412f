package org.glance4j.feign.schedules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;

/** What happened in many schedules. Safe for use by several threads. */
final class Tally {
    private final AtomicLongArray faults = new AtomicLongArray(Fault.values().length);
    private final AtomicLongArray effects = new AtomicLongArray(Effect.values().length);
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder settled = new LongAdder();
    private final LongAdder pauses = new LongAdder();

    void injected(Fault fault) {
        faults.incrementAndGet(fault.ordinal());
    }

    void succeeded(Operation operation) {
        succeeded.increment();
        if (operation.isDoubtful()) {
            settled.increment();
        }
    }

    void failed(ImageServiceException failure) {
        effects.incrementAndGet(failure.effect().ordinal());
    }

    void paused() {
        pauses.increment();
    }

    Map<Fault, Long> faults() {
        Map<Fault, Long> counts = new EnumMap<>(Fault.class);
        Arrays.stream(Fault.values()).forEach(fault -> counts.put(fault, faults.get(fault.ordinal())));
        return counts;
    }

    Map<Effect, Long> effects() {
        Map<Effect, Long> counts = new EnumMap<>(Effect.class);
        Arrays.stream(Effect.values()).forEach(effect -> counts.put(effect, effects.get(effect.ordinal())));
        return counts;
    }

    /** Changes that were in doubt and ended in a success all the same. */
    long settled() {
        return settled.sum();
    }

    @Override
    public String toString() {
        return succeeded + " succeeded, " + settled + " of them changes that were in doubt; failed " + effects()
                + "; pauses " + pauses + "; faults " + faults();
    }
}
