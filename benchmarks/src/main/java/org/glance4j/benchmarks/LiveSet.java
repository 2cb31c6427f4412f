package org.glance4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import org.glance4j.benchmarks.server.Answers;

/**
 * What a walk keeps of the images that it has passed: how much more heap is in use in its middle than before it, after a
 * collection. A page is what it may be.
 */
final class LiveSet {
    private final Both both;

    LiveSet(Both both) {
        this.both = both;
    }

    List<Ratio> measure() throws IOException {
        Series kilobytes = new Series();
        for (Side side : Side.values()) {
            kilobytes.add(side, inTheMiddle(both.get(side)));
        }
        return List.of(Ratio.withoutGoal("walk of 10,000 images, KB held in its middle", kilobytes));
    }

    private static double inTheMiddle(Contender contender) throws IOException {
        Work.WALK.once(contender);
        long before = used();
        int[] count = new int[1];
        long[] middle = new long[1];
        contender.walk(image -> {
            count[0]++;
            if (count[0] == Answers.IMAGES / 2 + 1) {
                middle[0] = used();
            }
        });
        return (middle[0] - before) / 1024.0;
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
