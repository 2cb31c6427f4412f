package org.glance4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How many members sixteen threads look up in a second. */
final class ManyThreads {
    private static final int THREADS = 16;

    private final Both both;
    private final Effort effort;

    ManyThreads(Both both, Effort effort) {
        this.both = both;
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Side side : Side.values()) {
                perSecond(threads, both.get(side), effort.warmUpMillis());
            }
            Series calls = new Series();
            for (int round = 0; round < effort.rounds(); round++) {
                for (Side side : Side.values()) {
                    calls.add(side, perSecond(threads, both.get(side), 2 * effort.sliceMillis()));
                }
            }
            return List.of(Ratio.atLeast(0.75, "get member on 16 threads, calls/s", calls));
        } finally {
            threads.shutdownNow();
        }
    }

    private static double perSecond(ExecutorService threads, Contender contender, long millis) throws IOException {
        long began = System.nanoTime();
        long end = began + TimeUnit.MILLISECONDS.toNanos(millis);
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            counts.add(threads.submit(() -> {
                long count = 0;
                for (; System.nanoTime() < end; count++) {
                    contender.getMember();
                }
                return count;
            }));
        }
        long sum = 0;
        for (Future<Long> count : counts) {
            sum += result(count);
        }
        return sum / ((System.nanoTime() - began) / 1e9);
    }

    private static long result(Future<Long> count) throws IOException {
        try {
            return count.get();
        } catch (ExecutionException e) {
            throw new IOException("a thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
