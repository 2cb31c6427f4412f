package org.glance4j.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How a time is compared with another. Source: {@code glance/common/utils.py} (evaluate_filter_op), 25.1.0. */
public enum TimeComparison {
    /** The same time. */
    EQUAL("eq"),

    /** Another time. */
    NOT_EQUAL("neq"),

    /** A later time. */
    AFTER("gt"),

    /** A later time, or the same. */
    AT_OR_AFTER("gte"),

    /** An earlier time. */
    BEFORE("lt"),

    /** An earlier time, or the same. */
    AT_OR_BEFORE("lte");

    private final String word;

    TimeComparison(String word) {
        this.word = word;
    }

    /**
     * Returns the comparison with this word.
     *
     * @param word the word on the wire
     * @return the comparison, empty for any other word
     */
    public static Optional<TimeComparison> find(String word) {
        return Stream.of(values())
                .filter(comparison -> comparison.word.equals(word))
                .findFirst();
    }

    /**
     * Returns the word that stands for this comparison on the wire.
     *
     * @return the word
     */
    public String word() {
        return word;
    }

    /**
     * Returns whether this comparison holds.
     *
     * @param time the time that is compared
     * @param other what it is compared with
     * @return whether it holds
     */
    public boolean holds(Instant time, Instant other) {
        return switch (this) {
            case EQUAL -> time.equals(other);
            case NOT_EQUAL -> !time.equals(other);
            case AFTER -> time.isAfter(other);
            case AT_OR_AFTER -> !time.isBefore(other);
            case BEFORE -> time.isBefore(other);
            case AT_OR_BEFORE -> !time.isAfter(other);
        };
    }
}
