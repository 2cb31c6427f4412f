package org.glance4j.cli.output;

import java.util.stream.Collectors;

/** Prints bare values: one to a line for one resource, one line to a row for several. */
final class ValueFormat implements Renderer {

    @Override
    public String render(Details details) {
        return details.fields().values().stream()
                .map(value -> Printable.of(PythonText.str(value)) + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String render(Listing listing) {
        return listing.rows().stream()
                .map(row -> row.stream()
                        .map(value -> Printable.of(PythonText.str(value)))
                        .collect(Collectors.joining(" ", "", "\n")))
                .collect(Collectors.joining());
    }
}
