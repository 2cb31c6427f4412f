package org.glance4j.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What needs no network, by JMH: each turn is a fork of its own. */
final class InHeap {
    private static final int WARM_UPS = 4;
    private static final int MEASUREMENTS = 4;

    private final Effort effort;

    InHeap(Effort effort) {
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        List<Ratio> ratios = new ArrayList<>();
        ratios.addAll(compare("cached look-up", 1.15, CachedLookup.class, "caffeine", "glance4j"));
        ratios.addAll(compare("in memory, get member", Double.NaN, InMemory.class, "getFromMap", "getFromService"));
        ratios.addAll(compare("in memory, accept", Double.NaN, InMemory.class, "acceptInMap", "acceptInService"));
        return ratios;
    }

    private List<Ratio> compare(String what, double goal, Class<?> benchmark, String bare, String ours)
            throws IOException {
        Series nanos = new Series();
        Series bytes = new Series();
        for (int round = 0; round < effort.rounds(); round++) {
            for (Side side : Side.values()) {
                RunResult result = fork(benchmark.getName() + "." + (side == Side.BARE ? bare : ours));
                nanos.add(side, result.getPrimaryResult().getScore());
                bytes.add(side, allocated(result));
            }
        }
        return List.of(Ratio.atMost(goal, what + ", ns", nanos), Ratio.withoutGoal(what + ", bytes allocated", bytes));
    }

    private static double allocated(RunResult result) {
        return requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"), "what JMH says of allocation")
                .getScore();
    }

    private RunResult fork(String benchmark) throws IOException {
        TimeValue time = TimeValue.milliseconds(effort.sliceMillis());
        Options options = new OptionsBuilder()
                .include("^" + benchmark.replace(".", "\\.") + "$")
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(time)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new IOException(benchmark + " failed", e);
        }
    }
}
