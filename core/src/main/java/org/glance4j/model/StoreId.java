package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a store, as the site's configuration names it.
 *
 * @param value the id's text
 */
public record StoreId(String value) {

    /** Refuses null. */
    public StoreId {
        requireNonNull(value, "value");
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id's text
     * @return the id
     */
    public static StoreId of(String value) {
        return new StoreId(value);
    }

    /** Returns the id's text. */
    @Override
    public String toString() {
        return value;
    }
}
