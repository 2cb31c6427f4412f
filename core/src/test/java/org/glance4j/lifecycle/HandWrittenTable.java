package org.glance4j.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a table of expectations: two leading columns, then one for each actor; {@code #} begins a comment. */
final class HandWrittenTable {
    private HandWrittenTable() {}

    /** One expectation. */
    record Cell(String state, String request, String actor, String expected) {
        @Override
        public String toString() {
            return request + " by " + actor + " at " + state + ": " + expected;
        }
    }

    static List<Cell> read(String resource) {
        List<List<String>> rows = text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.strip().split(" +", -1)))
                .toList();
        List<String> header = rows.get(0);
        List<Cell> cells = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != header.size()) {
                throw new IllegalStateException(resource + ": " + row + " does not fit " + header);
            }
            for (int column = 2; column < row.size(); column++) {
                if (!row.get(column).equals("-")) {
                    cells.add(new Cell(row.get(0), row.get(1), header.get(column), row.get(column)));
                }
            }
        }
        return cells;
    }

    private static String text(String resource) {
        try (InputStream in = HandWrittenTable.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
