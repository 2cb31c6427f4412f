package org.glance4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/**
 * In a JVM of its own: moves data one way three times and prints the megabytes a second of the fastest, the milliseconds of
 * processor time that one took, and how many kilobytes of heap were in use at the most, what nobody needs any more included.
 */
final class DataRun {
    private static final int CHUNK = 64 << 10;
    private static final int TIMES = 3;
    private static final long WARM_UP_BYTES = 256 << 20;

    private DataRun() {}

    /** Takes the side, the endpoint, {@code up} or {@code down}, and the number of bytes. */
    public static void main(String[] arguments) throws IOException {
        long bytes = Long.parseLong(arguments[3]);
        try (Contender contender = Side.valueOf(arguments[0]).connect(arguments[1])) {
            move(contender, arguments[2], WARM_UP_BYTES);
            long cpu = cpuNanos();
            double fastest = 0;
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                move(contender, arguments[2], bytes);
                fastest = Math.max(fastest, bytes / 1e6 / ((System.nanoTime() - began) / 1e9));
            }
            System.out.println(fastest);
            System.out.println((cpuNanos() - cpu) / 1e6 / TIMES);
            System.out.println(peakKilobytes());
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void move(Contender contender, String direction, long bytes) throws IOException {
        if (direction.equals("up")) {
            contender.upload(new Zeros(bytes), bytes);
        } else {
            contender.download(bytes, data -> drain(data, bytes));
        }
    }

    private static void drain(InputStream data, long bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long count = 0;
        for (int n = data.read(chunk); n >= 0; n = data.read(chunk)) {
            count += n;
        }
        if (count != bytes) {
            throw new IOException(count + " bytes came in place of " + bytes);
        }
    }

    private static double peakKilobytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1024.0;
    }
}
