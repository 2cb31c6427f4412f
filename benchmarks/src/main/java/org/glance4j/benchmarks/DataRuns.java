package org.glance4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Image data up and down, each time in a fresh JVM with no more heap than the goal allows. */
final class DataRuns {
    private static final String HEAP = "-Xmx16m";
    private static final long BYTES = 1L << 30;

    private final String endpoint;
    private final Effort effort;

    DataRuns(String endpoint, Effort effort) {
        this.endpoint = endpoint;
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        List<Ratio> ratios = new ArrayList<>();
        for (String direction : List.of("up", "down")) {
            Series speed = new Series();
            Series cpu = new Series();
            Series heap = new Series();
            for (int round = 0; round < effort.rounds(); round++) {
                for (Side side : Side.values()) {
                    List<Double> run = Jvm.run(
                            DataRun.class,
                            List.of("-XX:+UseSerialGC", HEAP),
                            List.of(side.name(), endpoint, direction, Long.toString(BYTES)));
                    speed.add(side, run.get(0));
                    cpu.add(side, run.get(1));
                    heap.add(side, run.get(2));
                }
            }
            ratios.add(Ratio.atLeast(0.95, "1 GiB " + direction + " with " + HEAP + ", MB/s", speed));
            ratios.add(Ratio.withoutGoal("1 GiB " + direction + ", ms of the client's processor time", cpu));
            ratios.add(Ratio.withoutGoal("1 GiB " + direction + ", most heap in use, KB", heap));
        }
        return ratios;
    }
}
