package org.glance4j.feign.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        assertThat(result.edges()).as(result.output()).isPositive();
        assertThat(result.ourClasses()).as(result.output()).isPositive();
        Set<String> ours = ourFiles();
        System.err.println(target.getSimpleName() + ": " + result.edges() + " edges; " + result.ourClasses()
                + " classes of ours, " + result.lines(ours::contains) + "; Jackson's, SnakeYAML's: "
                + result.lines(file -> !ours.contains(file)));
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

    /** The names of the library's own source files: a coverage report knows no packages. */
    private static Set<String> ourFiles() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : List.of("core", "transport-feign")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }

    /**
     * Lines of the files that the inputs came to, as Jazzer reports them: past 16,384 counters it takes one class's for another's.
     */
    private record Lines(int files, int taken, int all) {
        @Override
        public String toString() {
            return taken + " of " + all + " lines in " + files + " files";
        }
    }

    private record Result(int exit, String output, String report) {
        private static final Pattern FILE = Pattern.compile("(\\w+\\.java): ([1-9]\\d*)/(\\d+) ");
        private static final Pattern COUNTERS = Pattern.compile("DONE +cov: (\\d+)");
        private static final Pattern OURS = Pattern.compile("Instrumented org\\.glance4j\\.(?!feign\\.fuzz\\.)");

        /** How many of our classes were loaded, which they are when the inputs come to them. */
        long ourClasses() {
            return OURS.matcher(output).results().count();
        }

        int edges() {
            return COUNTERS.matcher(output)
                    .results()
                    .mapToInt(done -> Integer.parseInt(done.group(1)))
                    .findFirst()
                    .orElse(0);
        }

        Lines lines(Predicate<String> wanted) {
            String lines = report.substring(Math.max(0, report.indexOf("Line coverage:")))
                    .split("\n\n", 2)[0];
            List<MatchResult> files = FILE.matcher(lines)
                    .results()
                    .filter(file -> wanted.test(file.group(1)))
                    .toList();
            return new Lines(files.size(), sum(files, 2), sum(files, 3));
        }

        private static int sum(List<MatchResult> files, int group) {
            return files.stream()
                    .mapToInt(file -> Integer.parseInt(file.group(group)))
                    .sum();
        }
    }
}
