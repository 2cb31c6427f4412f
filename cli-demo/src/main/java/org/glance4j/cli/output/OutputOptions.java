package org.glance4j.cli.output;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that prints a result. picocli fills the fields. */
public final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table (the default), json or value",
            defaultValue = "table")
    private Format format = Format.TABLE;

    @Option(
            names = {"-c", "--column"},
            paramLabel = "COLUMN",
            description = "print only this column or field; may be repeated")
    private List<String> columns = new ArrayList<>();

    /**
     * Refuses columns that the result will not have. Called before anything is asked of the service, so that a slip of the
     * pen does not turn a change that was made into a failure.
     *
     * @param known the columns or fields that the result may have
     * @throws ParameterException if another one was asked for
     */
    public void check(Collection<String> known) {
        for (String column : columns) {
            if (known.stream().noneMatch(column::equalsIgnoreCase)) {
                throw new ParameterException(
                        requireNonNull(command).commandLine(),
                        "no column " + Printable.of(column) + "; there are: " + String.join(", ", known));
            }
        }
    }

    /**
     * Returns one resource in the chosen format.
     *
     * @param details the resource
     * @return the text, which ends with a line break unless it is empty
     */
    public String render(Details details) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        details.fields().forEach((field, value) -> {
            if (isWanted(field)) {
                fields.put(field, value);
            }
        });
        return format.renderer().render(new Details(fields));
    }

    /**
     * Returns several resources in the chosen format.
     *
     * @param listing the resources
     * @return the text, which ends with a line break unless it is empty
     */
    public String render(Listing listing) {
        List<String> names = listing.columns();
        int[] kept = IntStream.range(0, names.size())
                .filter(i -> isWanted(names.get(i)))
                .toArray();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : listing.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i : kept) {
                cells.add(row.get(i));
            }
            rows.add(cells);
        }
        return format.renderer()
                .render(new Listing(IntStream.of(kept).mapToObj(names::get).toList(), rows));
    }

    /** Case does not matter, as it does not to the {@code openstack} client. */
    private boolean isWanted(String column) {
        return columns.isEmpty() || columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
