package org.glance4j.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
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

    /** JMH uses what Java 24 and later warn of. */
    private static final String[] UNSAFE_IS_KNOWN = {"--sun-misc-unsafe-memory-access=allow"};

    private final Effort effort;

    InHeap(Effort effort) {
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        Series nanos = new Series();
        Series bytes = new Series();
        compare(CachedLookup.class, "caffeine", "glance4j", nanos, bytes);
        Series gets = new Series();
        Series accepts = new Series();
        Series unused = new Series();
        compare(InMemory.class, "getFromMap", "getFromService", gets, unused);
        compare(InMemory.class, "acceptInMap", "acceptInService", accepts, unused);
        return List.of(
                Ratio.atMost(1.15, "cached look-up, ns", nanos),
                Ratio.withoutGoal("cached look-up, bytes allocated", bytes),
                Ratio.withoutGoal("in memory beside a map, get member, ns", gets),
                Ratio.withoutGoal("in memory beside a map, accept, ns", accepts));
    }

    private void compare(Class<?> benchmark, String bare, String ours, Series nanos, Series bytes) throws IOException {
        for (int round = 0; round < effort.rounds(); round++) {
            for (Side side : Side.values()) {
                RunResult result = fork(benchmark.getName() + "." + (side == Side.BARE ? bare : ours));
                nanos.add(side, result.getPrimaryResult().getScore());
                bytes.add(side, allocated(result));
            }
        }
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
                .jvmArgsAppend(Runtime.version().feature() < 24 ? new String[0] : UNSAFE_IS_KNOWN)
                .build();
        try {
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new IOException(benchmark + " failed", e);
        }
    }
}
