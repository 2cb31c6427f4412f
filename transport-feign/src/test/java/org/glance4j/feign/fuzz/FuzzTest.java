package org.glance4j.feign.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.glance4j.testing.Soak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A million inputs for each target, made by Jazzer from those that are kept and from what it sees them do in our code, Jackson's
 * and SnakeYAML's. Each runs in a JVM of its own; what is new stands in {@code target/fuzz} afterwards.
 */
@Tag("fuzz")
class FuzzTest {
    private static final int RUNS = Soak.times(1_000_000);
    private static final int FOUND = 77;
    private static final Path OUTPUT = Path.of("target", "fuzz");

    static List<Class<?>> targets() {
        return Targets.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void inputsEndInTypedExceptionsOnly(Class<?> target) throws Exception {
        Result result = fuzz(target);

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("Done " + RUNS + " runs");
        System.err.println(target.getSimpleName() + ": " + result.coverage());
    }

    @Test
    void plantedFaultThreeLevelsDownIsFound() throws Exception {
        Result result = fuzz(Targets.Planted.class);

        assertThat(result.exit()).as(result.output()).isEqualTo(FOUND);
        assertThat(result.output()).contains("NullPointerException").contains("CarelessReader.owner");
    }

    private static Result fuzz(Class<?> target) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(OUTPUT.resolve(target.getSimpleName()));
        Path log = directory.resolveSibling(target.getSimpleName() + ".log");
        Path report = directory.resolveSibling(target.getSimpleName() + ".coverage");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.glance4j.**:com.fasterxml.jackson.**:org.yaml.snakeyaml.**",
                // A file of settings names certificates: that is no traversal.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                "--coverage_report=" + report,
                "--reproducer_path=" + OUTPUT,
                "-artifact_prefix=" + OUTPUT + "/",
                "-runs=" + RUNS,
                directory.toString(),
                Corpus.directory(target).toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.HOURS))
                    .as("over in two hours")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String coverage = Files.exists(report) ? Files.readString(report) : "";
        return new Result(process.exitValue(), Files.readString(log), coverage);
    }

    private record Result(int exit, String output, String report) {
        private static final Pattern FILE = Pattern.compile("(\\w+\\.java): ([1-9]\\d*)/(\\d+) ");
        private static final Pattern COUNTERS = Pattern.compile("DONE +cov: (\\d+)");

        /** Returns how much of the files that they came to the inputs took. */
        String coverage() {
            String lines = report.substring(Math.max(0, report.indexOf("Line coverage:")))
                    .split("\n\n", 2)[0];
            List<MatchResult> files = FILE.matcher(lines).results().toList();
            int taken = files.stream()
                    .mapToInt(file -> Integer.parseInt(file.group(2)))
                    .sum();
            int all = files.stream()
                    .mapToInt(file -> Integer.parseInt(file.group(3)))
                    .sum();
            String counters = COUNTERS.matcher(output)
                    .results()
                    .map(done -> done.group(1))
                    .findFirst()
                    .orElse("?");
            return counters + " edges; " + taken + " of " + all + " lines of the " + files.size() + " files reached";
        }
    }
}
