package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.glance4j.lifecycle.ImportFacts;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.model.TaskId;

/**
 * How a cloud imports, and into what.
 *
 * @param methods the methods that it enables
 * @param stores its stores; empty for one store, which has no name
 * @param delay how long an import is pending
 * @param duration how long each store takes
 * @param filter whether an address may be downloaded from
 * @param web what is found under an address
 * @param regions the clouds that images are downloaded from
 * @param taskIds what makes the ids of tasks
 */
public record ImportSettings(
        List<ImportMethod> methods,
        List<Store> stores,
        Duration delay,
        Duration duration,
        Predicate<URI> filter,
        Web web,
        Map<String, ImageEngine> regions,
        Supplier<TaskId> taskIds) {

    /** Finds what is to be downloaded. */
    @FunctionalInterface
    public interface Web {

        /**
         * Returns what is found under an address.
         *
         * @param uri the address
         * @return the data, to be closed by the caller
         * @throws IOException if nothing is found, which is told by a {@code FileNotFoundException} or {@code NoSuchFileException}, or it
         *     cannot be read
         */
        InputStream open(URI uri) throws IOException;
    }

    /** Copies the collections. */
    public ImportSettings {
        methods = List.copyOf(methods);
        stores = List.copyOf(stores);
        regions = Map.copyOf(regions);
    }

    List<StoreId> storeIds() {
        return stores.stream().map(Store::id).toList();
    }

    boolean hasSeveralStores() {
        return !stores.isEmpty();
    }

    /** Returns the store that data goes to if none is named; of several, the first where none is the default. */
    StoreId defaultStore() {
        return stores.stream()
                .filter(Store::isDefault)
                .findFirst()
                .orElseGet(() -> stores.get(0))
                .id();
    }

    boolean isReadOnly(StoreId id) {
        return stores.stream().anyMatch(store -> store.id().equals(id) && store.isReadOnly());
    }

    /** Returns what of this matters to the rules. */
    ImportFacts facts() {
        List<StoreId> ids = new ArrayList<>();
        if (hasSeveralStores()) {
            ids.add(defaultStore());
            ids.addAll(storeIds());
        }
        return ImportFacts.NOTHING
                .withMethods(new LinkedHashSet<>(methods))
                .withStores(List.copyOf(new LinkedHashSet<>(ids)));
    }
}
