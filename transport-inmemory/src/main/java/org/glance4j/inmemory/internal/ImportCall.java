package org.glance4j.inmemory.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageImport;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * A request to import, as it came.
 *
 * @param wanted what to import
 * @param headerStore the store that a header names; null for none
 * @param body the request's body as plain values, which the task repeats
 * @param requestId the request's id; null where it has none
 * @param userId who sent it; null where that is not known
 */
public record ImportCall(
        ImageImport wanted,
        @Nullable StoreId headerStore,
        Map<String, @Nullable Object> body,
        @Nullable String requestId,
        @Nullable String userId) {

    /**
     * Returns the request that says no more than this.
     *
     * @param wanted what to import
     * @return the request
     */
    public static ImportCall of(ImageImport wanted) {
        Map<String, @Nullable Object> method = new LinkedHashMap<>();
        method.put("name", wanted.method().word());
        putIfThere(method, "uri", wanted.uri());
        putIfThere(method, "glance_region", wanted.region());
        putIfThere(method, "glance_image_id", wanted.sourceImage());
        putIfThere(method, "glance_service_interface", wanted.serviceInterface());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("method", method);
        if (!wanted.stores().isEmpty()) {
            body.put("stores", wanted.stores().stream().map(StoreId::value).toList());
        }
        if (wanted.allStores()) {
            body.put("all_stores", true);
        }
        if (!wanted.allStoresMustSucceed()) {
            body.put("all_stores_must_succeed", false);
        }
        return new ImportCall(wanted, null, body, null, null);
    }

    private static void putIfThere(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }

    /** Returns the stores to fill, none of a site with one store, which has no name. */
    List<StoreId> targets(ImportSettings site, List<StoreId> holding) {
        if (!site.hasSeveralStores()) {
            return List.of();
        }
        if (wanted.allStores()) {
            return site.storeIds().stream().filter(id -> !holding.contains(id)).toList();
        }
        if (!wanted.stores().isEmpty()) {
            return wanted.stores();
        }
        return List.of(headerStore == null ? site.defaultStore() : headerStore);
    }
}
