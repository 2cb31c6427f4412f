package org.glance4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Verified image data up and down, beside the slower of the two things that it is made of: SHA-512 alone, and this library's
 * transfer alone. Each in a fresh JVM with little heap.
 */
final class VerifiedRuns {
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx16m");
    private static final String BYTES = Long.toString(1L << 30);

    private final String endpoint;
    private final Effort effort;

    VerifiedRuns(String endpoint, Effort effort) {
        this.endpoint = endpoint;
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        List<Ratio> ratios = new ArrayList<>();
        for (String direction : List.of("up", "down")) {
            Series speed = new Series();
            for (int round = 0; round < effort.rounds(); round++) {
                double hash = Jvm.run(HashRun.class, OPTIONS, List.of(BYTES)).get(0);
                double transfer = Jvm.run(DataRun.class, OPTIONS, List.of(Side.OURS.name(), endpoint, direction, BYTES))
                        .get(0);
                speed.add(Side.BARE, Math.min(hash, transfer));
                speed.add(
                        Side.OURS,
                        Jvm.run(VerifiedRun.class, OPTIONS, List.of(endpoint, direction, BYTES))
                                .get(0));
            }
            ratios.add(Ratio.atLeast(0.95, "1 GiB " + direction + ", hashed, beside the slower alone, MB/s", speed));
        }
        return ratios;
    }
}
