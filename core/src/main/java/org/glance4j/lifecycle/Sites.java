package org.glance4j.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;

/**
 * What a request about imports and stores may have met at a site whose configuration is not known: one thing at a time that may refuse
 * it.
 */
final class Sites {
    /** Stand-ins for stores that are not known. No store has these ids. */
    private static final StoreId SOME = StoreId.of("\u0000store");

    private static final StoreId OTHER = StoreId.of("\u0000other");

    private Sites() {}

    static List<ImportFacts> of(ImageRequest request) {
        if (request instanceof ImageRequest.ImportImage wanted) {
            return imports(wanted);
        }
        if (request instanceof ImageRequest.DeleteFromStore delete) {
            return deletions(delete.store());
        }
        ImportFacts one = ImportFacts.NOTHING;
        if (request instanceof ImageRequest.ListStores
                || (request instanceof ImageRequest.Upload upload && upload.store() != null)) {
            return List.of(one, one.withStores(List.of(SOME)));
        }
        return request instanceof ImageRequest.Stage ? List.of(one, one.withMethods(Set.of())) : List.of(one);
    }

    private static List<ImportFacts> imports(ImageRequest.ImportImage request) {
        ImportMethod method = request.wanted().method();
        ImportFacts one = ImportFacts.NOTHING.withMethods(Set.of(method));
        Set<StoreId> named = new LinkedHashSet<>(request.wanted().stores());
        if (request.headerStore() != null) {
            named.add(request.headerStore());
        }
        named.add(SOME);
        ImportFacts several = one.withStores(List.copyOf(named));
        List<ImportFacts> sites = new ArrayList<>(List.of(several, one, one.withMethods(Set.of())));
        sites.add(several.withImporting(true));
        sites.add(several.withFilterPassed(false));
        named.forEach(store -> {
            sites.add(several.withHolding(List.of(store)));
            sites.add(several.withStores(List.of(store)));
        });
        return sites;
    }

    private static List<ImportFacts> deletions(StoreId store) {
        ImportFacts several = ImportFacts.NOTHING.withStores(List.of(store, OTHER));
        return List.of(
                several.withHolding(List.of(store, OTHER)),
                several.withHolding(List.of(store)),
                several.withHolding(List.of(SOME, OTHER)),
                ImportFacts.NOTHING.withStores(List.of(OTHER)),
                ImportFacts.NOTHING);
    }
}
