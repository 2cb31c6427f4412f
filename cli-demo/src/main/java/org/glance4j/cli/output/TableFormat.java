package org.glance4j.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints tables as the {@code openstack} client does: one line to a row, however wide. */
final class TableFormat implements Renderer {

    @Override
    public String render(Details details) {
        List<List<String>> rows = new ArrayList<>();
        details.fields().forEach((field, value) -> rows.add(List.of(Printable.of(field), cell(value))));
        return table(List.of("Field", "Value"), rows, List.of(false, false));
    }

    /** An empty listing is one empty line. */
    @Override
    public String render(Listing listing) {
        if (listing.rows().isEmpty()) {
            return "\n";
        }
        return table(
                listing.columns(),
                listing.rows().stream()
                        .map(row -> row.stream().map(TableFormat::cell).toList())
                        .toList(),
                // As there, the first row's value decides for its column, heading included.
                listing.rows().get(0).stream().map(Number.class::isInstance).toList());
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TableFormat::cell).sorted().collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(cell(key), cell(entry)));
            return sorted.entrySet().stream()
                    .map(entry -> entry.getKey() + "='" + entry.getValue() + "'")
                    .collect(Collectors.joining(", "));
        }
        return Printable.of(PythonText.str(value));
    }

    private static String table(List<String> header, List<List<String>> rows, List<Boolean> toTheRight) {
        int[] widths = header.stream().mapToInt(TextWidth::of).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        border(text, widths);
        line(text, widths, header, toTheRight);
        border(text, widths);
        rows.forEach(row -> line(text, widths, row, toTheRight));
        border(text, widths);
        return text.toString();
    }

    private static void border(StringBuilder text, int[] widths) {
        for (int width : widths) {
            text.append('+').append("-".repeat(width + 2));
        }
        text.append("+\n");
    }

    private static void line(StringBuilder text, int[] widths, List<String> cells, List<Boolean> toTheRight) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String space = " ".repeat(widths[i] - TextWidth.of(cell));
            text.append("| ")
                    .append(toTheRight.get(i) ? space + cell : cell + space)
                    .append(' ');
        }
        text.append("|\n");
    }
}
