package org.glance4j.feign.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes outcomes as one table: a row for each place and fault, a column for each operation. */
final class FaultTable {
    private static final String LEGEND =
            "How a call ends / how often it was delivered. ok, or the exception and the effect: - not sent, 0 not applied,"
                    + " 1 applied, ? unknown\n";

    private FaultTable() {}

    static String of(List<FaultMatrix.Outcome> outcomes) {
        Map<Cell, String> codes = new HashMap<>();
        outcomes.forEach(outcome -> codes.put(outcome.cell(), outcome.ending().code()));
        StringBuilder table = new StringBuilder(LEGEND).append(" ".repeat(48));
        for (Deed deed : Deed.values()) {
            table.append(" %-10.10s".formatted(deed.name().replace("ACTIVATE_IMAGE", "ACTIV")));
        }
        for (Position position : Position.values()) {
            for (Injection injection : FaultMatrix.injections()) {
                row(table, position, injection, codes);
            }
        }
        return table.append('\n').toString();
    }

    private static void row(StringBuilder table, Position position, Injection injection, Map<Cell, String> codes) {
        table.append("\n%-11s %-36s".formatted(position, injection));
        for (Deed deed : Deed.values()) {
            table.append(" %-10s".formatted(codes.getOrDefault(new Cell(deed, injection, position), "")));
        }
    }
}
