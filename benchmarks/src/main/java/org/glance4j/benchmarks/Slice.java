package org.glance4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What one contender did in a short while.
 *
 * @param p50Micros the median time of one operation
 * @param kilobytes what all threads together allocated for one operation
 */
record Slice(double p50Micros, double kilobytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEWEST = 3;

    /** Runs one work for a while, three times at least. */
    static Slice of(Work work, Contender contender, long millis) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        long allocated = allocatedBytes();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long before = System.nanoTime(); before < end || count < FEWEST; count++) {
            work.once(contender);
            long after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count] = after - before;
            before = after;
        }
        // The array of times is this method's own.
        double bytes = (double) (allocatedBytes() - allocated) - 8L * 2 * (nanos.length - 1024);
        Arrays.sort(nanos, 0, count);
        return new Slice(nanos[count / 2] / 1e3, bytes / count / 1024);
    }

    private static long allocatedBytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
