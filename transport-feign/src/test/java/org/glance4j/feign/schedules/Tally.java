package org.glance4j.feign.schedules;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;

/** What happened in many schedules. Safe for use by several threads. */
final class Tally {
    private final Map<Fault, LongAdder> faults = counters(Fault.class);
    private final Map<Effect, LongAdder> effects = counters(Effect.class);
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder settled = new LongAdder();
    private final LongAdder pauses = new LongAdder();

    private static <K extends Enum<K>> Map<K, LongAdder> counters(Class<K> keys) {
        Map<K, LongAdder> counters = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            counters.put(key, new LongAdder());
        }
        return counters;
    }

    void injected(Fault fault) {
        faults.get(fault).increment();
    }

    void succeeded(Operation operation) {
        succeeded.increment();
        if (operation.isDoubtful()) {
            settled.increment();
        }
    }

    void failed(ImageServiceException failure) {
        effects.get(failure.effect()).increment();
    }

    void paused() {
        pauses.increment();
    }

    Map<Fault, Long> faults() {
        return sums(faults);
    }

    Map<Effect, Long> effects() {
        return sums(effects);
    }

    private static <K> Map<K, Long> sums(Map<K, LongAdder> counters) {
        return counters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
    }

    /** Changes that were in doubt and ended in a success all the same. */
    long settled() {
        return settled.sum();
    }

    @Override
    public String toString() {
        return succeeded + " succeeded, " + settled + " of them changes that were in doubt; failed " + effects
                + "; pauses " + pauses + "; faults " + faults;
    }
}
