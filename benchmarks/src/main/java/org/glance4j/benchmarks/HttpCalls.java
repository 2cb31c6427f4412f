package org.glance4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Single calls and the walk, on one thread: the median time, and what all threads of the JVM allocate. */
final class HttpCalls {
    private final Both both;
    private final Effort effort;

    HttpCalls(Both both, Effort effort) {
        this.both = both;
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        List<Ratio> ratios = new ArrayList<>();
        for (Work work : Work.values()) {
            if (effort.wants(work.name())) {
                ratios.addAll(measure(work));
            }
        }
        return ratios;
    }

    private List<Ratio> measure(Work work) throws IOException {
        // In short turns, so that neither side is compiled while the other waits for long.
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * effort.warmUpMillis());
        while (System.nanoTime() < end) {
            for (Side side : Side.values()) {
                Slice.of(work, both.get(side), effort.sliceMillis() / 3);
            }
        }
        Series micros = new Series();
        Series kilobytes = new Series();
        for (int round = 0; round < effort.rounds(); round++) {
            for (Side side : Side.values()) {
                Slice slice = Slice.of(work, both.get(side), effort.sliceMillis());
                micros.add(side, slice.p50Micros());
                kilobytes.add(side, slice.kilobytes());
            }
        }
        return List.of(
                Ratio.atMost(work.timeGoal(), work.title() + ", p50 µs", micros),
                Ratio.atMost(work.allocationGoal(), work.title() + ", KB allocated", kilobytes));
    }
}
