package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;

/**
 * What of a site and an image matters to the rules of imports and stores.
 *
 * @param methods the methods that the site enables
 * @param stores the site's stores, the default one first; empty where it has one store only, which has no name
 * @param holding the stores that hold the image's data, of a site with several
 * @param isImporting whether an import of the image is under way
 * @param passesFilter whether the site's filters let the URI through that is to be downloaded
 */
public record ImportFacts(
        Set<ImportMethod> methods,
        List<StoreId> stores,
        List<StoreId> holding,
        boolean isImporting,
        boolean passesFilter) {

    /** Glance's own default methods, one store, nothing under way. */
    public static final ImportFacts NOTHING = new ImportFacts(
            Set.of(ImportMethod.GLANCE_DIRECT, ImportMethod.WEB_DOWNLOAD, ImportMethod.COPY_IMAGE),
            List.of(),
            List.of(),
            false,
            true);

    /** Copies the collections, and refuses null. */
    public ImportFacts {
        requireNonNull(methods, "methods");
        methods = Set.copyOf(methods);
        stores = List.copyOf(stores);
        holding = List.copyOf(holding);
    }

    /**
     * Returns these facts with other methods.
     *
     * @param value the methods that the site enables
     * @return the facts
     */
    public ImportFacts withMethods(Set<ImportMethod> value) {
        return new ImportFacts(value, stores, holding, isImporting, passesFilter);
    }

    /**
     * Returns these facts with other stores.
     *
     * @param value the site's stores; empty where it has one store only
     * @return the facts
     */
    public ImportFacts withStores(List<StoreId> value) {
        return new ImportFacts(methods, value, holding, isImporting, passesFilter);
    }

    /**
     * Returns these facts with other stores that hold the image.
     *
     * @param value the stores
     * @return the facts
     */
    public ImportFacts withHolding(List<StoreId> value) {
        return new ImportFacts(methods, stores, value, isImporting, passesFilter);
    }

    /**
     * Returns these facts with or without an import under way.
     *
     * @param value whether there is one
     * @return the facts
     */
    public ImportFacts withImporting(boolean value) {
        return new ImportFacts(methods, stores, holding, value, passesFilter);
    }

    /**
     * Returns these facts with another answer of the site's filters.
     *
     * @param value whether they let the URI through
     * @return the facts
     */
    public ImportFacts withFilterPassed(boolean value) {
        return new ImportFacts(methods, stores, holding, isImporting, value);
    }

    boolean hasSeveralStores() {
        return !stores.isEmpty();
    }
}
