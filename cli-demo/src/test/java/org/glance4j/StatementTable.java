package org.glance4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What became of every statement of {@code docs/contract.md} on every target, by what the tests of one build left. */
final class StatementTable {
    static final String NOT_RUN = "-";
    private static final String PASS = "pass";
    private static final String FAIL = "FAIL";
    private static final String SKIP = "skip";
    private static final List<String> COLUMNS =
            List.of("in-memory/L", "in-memory/N", "http/L", "http/N", "openstack/L", "openstack/N");
    private static final List<String> NUMBERS = IntStream.rangeClosed(1, 120)
            .mapToObj(number -> String.format("S-%03d", number))
            .toList();

    /** What may be skipped on a target. Elsewhere, and over HTTP, every statement is run. */
    private static final Map<String, Set<String>> DECLARED = Map.of(
            "in-memory", Set.of("S-114", "S-115", "S-117", "S-118", "S-119", "S-120"),
            "http", Set.of(),
            "openstack", Set.of("S-015"));

    private final Map<String, String> cells = new TreeMap<>();
    private final Map<String, List<String>> reasons = new LinkedHashMap<>();

    /** Adds what the files in a directory say that are of this build. */
    void read(Path directory, String build) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.get(0).equals("build " + build)) {
                    add(lines.get(1).substring("target ".length()), lines.get(2).split(" "), lines);
                }
            }
        }
    }

    private void add(String target, String[] profiles, List<String> lines) {
        for (int i = 1; i < profiles.length; i++) {
            for (String line : lines.subList(3, lines.size())) {
                String[] words = line.split(" ", 3);
                add(target + "/" + profiles[i], words[0], words[1], words.length == 3 ? words[2] : "");
            }
        }
    }

    /** Adds a result; of two for one statement the worse counts, and a skip less than either. */
    void add(String column, String number, String result, String reason) {
        String cell = result.equals("fail") ? FAIL : result;
        cells.merge(
                number + column,
                cell,
                (one, other) -> Stream.of(FAIL, PASS, SKIP)
                        .filter(List.of(one, other)::contains)
                        .findFirst()
                        .orElseThrow());
        if (result.equals(SKIP)) {
            reasons.computeIfAbsent(column + ": " + reason, key -> new ArrayList<>())
                    .add(number);
        }
    }

    private String cell(String number, String column) {
        return cells.getOrDefault(number + column, NOT_RUN);
    }

    String print() {
        String form = "%-9s  " + "%-12s".repeat(COLUMNS.size());
        StringBuilder text = new StringBuilder(line(form, "statement", COLUMNS));
        for (String number : NUMBERS) {
            text.append(line(
                    form,
                    number,
                    COLUMNS.stream().map(column -> cell(number, column)).toList()));
        }
        reasons.forEach((reason, numbers) -> text.append("skipped on ")
                .append(reason)
                .append(": ")
                .append(String.join(" ", numbers))
                .append('\n'));
        return text.toString();
    }

    private static String line(String form, String first, List<String> others) {
        List<Object> words = new ArrayList<>(List.of(first));
        words.addAll(others);
        return String.format(form, words.toArray()).stripTrailing() + "\n";
    }

    /** Returns what is wrong, in words: a statement without a result, one that failed, one skipped without leave. */
    List<String> problems(boolean openStackOffered) {
        List<String> problems = new ArrayList<>();
        for (String column : COLUMNS) {
            String target = column.substring(0, column.indexOf('/'));
            if (target.equals("openstack") && !openStackOffered) {
                continue;
            }
            for (String number : NUMBERS) {
                switch (cell(number, column)) {
                    case FAIL -> problems.add(number + " does not hold on " + column);
                    case NOT_RUN -> problems.add(number + " was not run on " + column);
                    case SKIP -> {
                        if (!DECLARED.getOrDefault(target, Set.of()).contains(number)) {
                            problems.add(number + " is skipped on " + column + " without being declared");
                        }
                    }
                    default -> {
                        // It holds.
                    }
                }
            }
        }
        return problems;
    }
}
