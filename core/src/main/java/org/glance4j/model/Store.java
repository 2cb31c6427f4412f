package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the places in which the service keeps image data.
 *
 * <p>Source: Image API v2, stores; {@code glance/api/v2/discovery.py}, 25.1.0.
 *
 * @param id the store's id
 * @param description what the site says of it; null where it says nothing
 * @param isDefault whether data goes there that is given no store
 * @param isReadOnly whether it takes no data
 * @param type the kind of store, such as {@code file} or {@code rbd}; null in the list that is open to everybody
 * @param properties how it is configured, as plain maps, lists, strings, numbers, booleans and nulls; empty in that list
 * @param otherFields what else the answer held, as plain values
 */
public record Store(
        StoreId id,
        @Nullable String description,
        boolean isDefault,
        boolean isReadOnly,
        @Nullable String type,
        Map<String, @Nullable Object> properties,
        Map<String, @Nullable Object> otherFields) {

    /** Copies the maps, and refuses null where it is not allowed. */
    public Store {
        requireNonNull(id, "id");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        otherFields = Collections.unmodifiableMap(new LinkedHashMap<>(otherFields));
    }

    /**
     * Returns a store that takes data and of which nothing else is known.
     *
     * @param id the store's id
     * @return the store
     */
    public static Store of(StoreId id) {
        return new Store(id, null, false, false, null, Map.of(), Map.of());
    }

    /**
     * Returns this store with a description.
     *
     * @param value what the site says of it
     * @return the store
     */
    public Store withDescription(String value) {
        return new Store(id, value, isDefault, isReadOnly, type, properties, otherFields);
    }

    /**
     * Returns this store as the default one, or as another.
     *
     * @param value whether data goes there that is given no store
     * @return the store
     */
    public Store withDefault(boolean value) {
        return new Store(id, description, value, isReadOnly, type, properties, otherFields);
    }

    /**
     * Returns this store as one that takes data or does not.
     *
     * @param value whether it takes no data
     * @return the store
     */
    public Store withReadOnly(boolean value) {
        return new Store(id, description, isDefault, value, type, properties, otherFields);
    }

    /**
     * Returns this store with the details that an admin sees.
     *
     * @param typeWord the kind of store
     * @param values how it is configured
     * @return the store
     */
    public Store withDetails(@Nullable String typeWord, Map<String, @Nullable Object> values) {
        return new Store(id, description, isDefault, isReadOnly, typeWord, values, otherFields);
    }
}
