package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glance4j.error.Effect;
import org.glance4j.testing.Soak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Several callers at once over sockets that fail by a seed: no acknowledged change is lost or done twice, and every failure says
 * truly what became of the change. {@code -Dglance4j.faults.seed=SEED} repeats a single schedule.
 */
@Tag("soak")
@Timeout(3_600)
class SocketSchedulesTest {
    private static final int SCHEDULES = 500;
    /** So many meet every fault, whatever the seed. */
    private static final int FEWEST = 3;

    /** Of each of four callers. */
    private static final int CALLS = 250;

    /** They wait, most of the time. */
    private static final int AT_ONCE = 4;

    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Effect, Long> failures = new EnumMap<>(Effect.class);
    private long successes;

    @Test
    void noAcknowledgedChangeIsLostOrDoubled() throws Exception {
        Long only = Long.getLong("glance4j.faults.seed");
        long first = only == null ? new Random().nextLong() : only;
        int schedules = only == null ? Math.max(FEWEST, Soak.times(SCHEDULES)) : 1;
        System.out.println("socket schedules: seeds " + first + " and the next " + (schedules - 1));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < schedules; i++) {
                long seed = first + i;
                running.add(threads.submit(() -> run(seed)));
            }
            for (Future<?> schedule : running) {
                schedule.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println("socket schedules: " + schedules + " of 4 callers with " + CALLS + " calls each; "
                + successes + " succeeded, failed " + failures + "; faults " + faults);
        if (only == null) {
            Set<Fault> missing = EnumSet.copyOf(SocketSchedule.FAULTS);
            missing.removeAll(faults.keySet());
            assertThat(missing).as("faults that were not injected").isEmpty();
            assertThat(failures).containsKeys(Effect.NOT_APPLIED, Effect.UNKNOWN);
        }
    }

    private Void run(long seed) throws Exception {
        try (SocketSchedule schedule = new SocketSchedule(seed, CALLS)) {
            try {
                schedule.run();
            } catch (AssertionError e) {
                throw new AssertionError("schedule " + seed + ": " + e.getMessage(), e);
            }
            count(schedule);
        }
        return null;
    }

    private synchronized void count(SocketSchedule schedule) {
        schedule.faults().forEach((fault, count) -> faults.merge(fault, count, Long::sum));
        schedule.failures().forEach((effect, count) -> failures.merge(effect, count, Long::sum));
        successes += schedule.successes();
    }
}
