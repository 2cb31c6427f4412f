package org.glance4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Built and first answer, each time in a fresh JVM: as it comes, and with an archive of the classes that are used. */
final class StartUps {
    private final String endpoint;
    private final Effort effort;

    StartUps(String endpoint, Effort effort) {
        this.endpoint = endpoint;
        this.effort = effort;
    }

    List<Ratio> measure() throws IOException {
        Path directory = Files.createTempDirectory("glance4j-benchmarks");
        try {
            List<Ratio> ratios = new ArrayList<>();
            ratios.add(Ratio.atMost(1.0, "built and first answer, ms", rounds(null)));
            for (Side side : Side.values()) {
                run(side, "-XX:ArchiveClassesAtExit=" + archive(directory, side));
            }
            ratios.add(Ratio.atMost(1.0, "the same with a class archive, ms", rounds(directory)));
            return ratios;
        } finally {
            for (Side side : Side.values()) {
                Files.deleteIfExists(archive(directory, side));
            }
            Files.delete(directory);
        }
    }

    private Series rounds(@Nullable Path archives) throws IOException {
        Series millis = new Series();
        for (int round = 0; round < effort.rounds(); round++) {
            for (Side side : Side.values()) {
                millis.add(
                        side,
                        run(
                                side,
                                archives == null
                                        ? "-Xshare:auto"
                                        : "-XX:SharedArchiveFile=" + archive(archives, side)));
            }
        }
        return millis;
    }

    private double run(Side side, String option) throws IOException {
        return Jvm.run(
                        FirstAnswer.class,
                        List.of("-XX:+UseSerialGC", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", option),
                        List.of(side.name(), endpoint))
                .get(0);
    }

    private static Path archive(Path directory, Side side) {
        return directory.resolve(side + ".jsa");
    }
}
