package org.glance4j.cli.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several resources, one to a row.
 *
 * @param columns the columns' names
 * @param rows the rows, each with one value for each column
 */
public record Listing(List<String> columns, List<List<@Nullable Object>> rows) {

    /** Copies the lists. */
    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
