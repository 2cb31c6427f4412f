package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * One key that a list is sorted by, and its direction.
 *
 * @param key the key
 * @param direction its direction
 */
public record SortPair(SortKey key, SortDirection direction) {

    /** Refuses null. */
    public SortPair {
        requireNonNull(key, "key");
        requireNonNull(direction, "direction");
    }

    /** Returns the pair as it stands on the wire, such as {@code name:asc}. */
    @Override
    public String toString() {
        return key.word() + ":" + direction.word();
    }
}
