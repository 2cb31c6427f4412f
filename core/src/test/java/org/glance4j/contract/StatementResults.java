package org.glance4j.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What became of each statement on one target. A build by Maven keeps it in a file, for the table that the build's last module
 * prints. Safe for use by several threads.
 */
final class StatementResults {
    private static final String PASS = "pass";
    private static final String FAIL = "fail";
    private static final String BROKEN_OFF = "skip broken off: ";

    private final Map<String, String> results = new ConcurrentSkipListMap<>();

    /** Returns the numbers of the statements that the test in hand is about. */
    static List<String> numbers(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getAnnotation(Statement.class))
                .map(statement -> List.of(statement.value()))
                .orElse(List.of());
    }

    /** Has a note of a test that came to its end. */
    void ended(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            numbers(context)
                    .forEach(number -> results.merge(number, PASS, (old, now) -> isWorseThanPass(old) ? old : now));
        }
    }

    /** Has a note of a test that failed, and returns the failure with the statements' numbers. */
    Throwable failed(ExtensionContext context, Throwable thrown, String target) {
        List<String> numbers = numbers(context);
        if (numbers.isEmpty()) {
            return thrown;
        }
        if (thrown instanceof TestAbortedException) {
            // What other tests of the statement show is not all that it says.
            String skip = BROKEN_OFF + thrown.getMessage();
            numbers.forEach(number -> results.merge(number, skip, (old, now) -> old.equals(FAIL) ? old : now));
            return thrown;
        }
        numbers.forEach(number -> results.put(number, FAIL));
        return new AssertionError(String.join(", ", numbers) + " does not hold on " + target, thrown);
    }

    private static boolean isWorseThanPass(String result) {
        return result.equals(FAIL) || result.startsWith(BROKEN_OFF);
    }

    void skipped(Map<String, String> reasons) {
        reasons.forEach((number, reason) -> results.putIfAbsent(number, "skip " + reason));
    }

    /** Returns the statements that a test came to an end for, whichever. */
    SortedSet<String> ran() {
        SortedSet<String> ran = new TreeSet<>(results.keySet());
        ran.removeIf(number -> !List.of(PASS, FAIL).contains(results.get(number)));
        return ran;
    }

    SortedSet<String> failed() {
        SortedSet<String> failed = new TreeSet<>(results.keySet());
        failed.removeIf(number -> !FAIL.equals(results.get(number)));
        return failed;
    }

    /** Writes the results below the module's {@code target}, marked with the build; does nothing outside of one. */
    void write(String target, String profiles, String name) {
        String build = System.getProperty("glance4j.build");
        if (build == null) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of("build " + build, "target " + target, "profiles " + profiles));
        results.forEach((number, result) -> lines.add(number + " " + result));
        try {
            Path directory = Files.createDirectories(Path.of(System.getProperty("basedir", ""), "target", "contract"));
            Files.write(directory.resolve(name + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
