package org.glance4j.cli.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.model.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code image stores list}. */
@Command(name = "list", description = "List the stores of a site that has several.")
final class ListStores implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("ID", "Description", "Default");
    private static final List<String> DETAILED = List.of("ID", "Description", "Default", "Properties");

    private final Session session;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--detail", description = "say how the stores are configured; for admins")
    private boolean detail;

    ListStores(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check(detail ? DETAILED : COLUMNS);
        return session.run((cloud, shell) -> {
            List<Store> stores = detail
                    ? cloud.client().stores().details()
                    : cloud.client().stores().list();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Store store : stores) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(store.id().value());
                row.add(store.description());
                // As there: what the service does not say is no value.
                row.add(store.isDefault() ? true : null);
                if (detail) {
                    row.add(store.properties());
                }
                rows.add(row);
            }
            shell.print(output.render(new Listing(detail ? DETAILED : COLUMNS, rows)));
        });
    }
}
