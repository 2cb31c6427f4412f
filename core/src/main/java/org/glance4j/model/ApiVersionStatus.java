package org.glance4j.model;

import java.util.Map;

/**
 * How the service stands to one version of its API.
 *
 * <p>Open: a word that is not listed here decodes to {@link #UNRECOGNIZED}; the record that holds it keeps the text.
 *
 * <p>Source: Image API v2, API versions.
 */
public enum ApiVersionStatus {
    /** The newest version that is meant for use. */
    CURRENT("CURRENT"),

    /** An older version that is still served. */
    SUPPORTED("SUPPORTED"),

    /** Served for now, to be removed. */
    DEPRECATED("DEPRECATED"),

    /** Served, and may still change. */
    EXPERIMENTAL("EXPERIMENTAL"),

    /** A word that this version of the library does not know. It is shown and never sent. */
    UNRECOGNIZED("");

    private static final Map<String, ApiVersionStatus> BY_WORD =
            Words.index(values(), UNRECOGNIZED, value -> value.word);

    private final String word;

    ApiVersionStatus(String word) {
        this.word = word;
    }

    /**
     * Returns the constant for a word on the wire, {@link #UNRECOGNIZED} for any other word. Case matters.
     *
     * @param word the word as received
     * @return the constant
     */
    public static ApiVersionStatus of(String word) {
        return BY_WORD.getOrDefault(word, UNRECOGNIZED);
    }

    /**
     * Returns the word that stands for this constant on the wire.
     *
     * @return the word
     * @throws IllegalArgumentException for {@link #UNRECOGNIZED}, which cannot be sent
     */
    public String word() {
        return Words.sendable(this, word);
    }
}
