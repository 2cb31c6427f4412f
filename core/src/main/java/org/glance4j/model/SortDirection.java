package org.glance4j.model;

import java.util.Optional;
import java.util.stream.Stream;

/** Which end of the order comes first. Source: Image API v2, list images (sort). */
public enum SortDirection {
    /** The smallest value first, and what has no value before it. */
    ASCENDING("asc"),

    /** The largest value first, and what has no value last. */
    DESCENDING("desc");

    private final String word;

    SortDirection(String word) {
        this.word = word;
    }

    /**
     * Returns the direction with this word.
     *
     * @param word the word on the wire
     * @return the direction, empty for any other word
     */
    public static Optional<SortDirection> find(String word) {
        return Stream.of(values())
                .filter(direction -> direction.word.equals(word))
                .findFirst();
    }

    /**
     * Returns the word that stands for this direction on the wire.
     *
     * @return the word
     */
    public String word() {
        return word;
    }
}
