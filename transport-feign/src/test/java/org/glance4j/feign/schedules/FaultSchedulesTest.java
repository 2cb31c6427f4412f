package org.glance4j.feign.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glance4j.testing.Soak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many seeded schedules of faults under the operations on members: nothing acknowledged is lost or done twice, and every
 * failure says truly what became of the change. {@code -Dglance4j.schedule=SEED} repeats a single one.
 */
class FaultSchedulesTest {
    private static final int SCHEDULES = 10_000;
    private static final int FEW = 40;
    private static final int OPERATIONS = 1_000;

    private final Tally tally = new Tally();

    @Test
    void noAcknowledgedChangeIsLostOrDoubledAndEveryFailureIsClassified() throws Exception {
        run(FEW);
    }

    @Test
    @Tag("soak")
    void noAcknowledgedChangeIsLostOrDoubledInTenThousandSchedules() throws Exception {
        run(Soak.times(SCHEDULES));
    }

    private void run(int schedules) throws Exception {
        Long only = Long.getLong("glance4j.schedule");
        if (only != null) {
            runOne(only);
            return;
        }
        long first = new Random().nextLong();
        System.out.println("fault schedules: seeds " + first + " and the next " + (schedules - 1));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < schedules; i++) {
                long seed = first + i;
                running.add(threads.submit(() -> runOne(seed)));
            }
            for (Future<?> schedule : running) {
                await(schedule);
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println("fault schedules: " + schedules + " of " + OPERATIONS + " operations; " + tally);
        assertThat(tally.faults().values()).allMatch(count -> count > 0);
        assertThat(tally.effects().values()).allMatch(count -> count > 0);
        assertThat(tally.settled()).isPositive();
    }

    /** They end one after the other, each in far less time than this. */
    private static void await(Future<?> schedule) throws InterruptedException, TimeoutException {
        try {
            assertThat(schedule.get(2, TimeUnit.MINUTES)).isNull();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    private void runOne(long seed) {
        try {
            new Schedule(seed, OPERATIONS, tally).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("schedule " + seed + ": " + e.getMessage(), e);
        }
    }
}
