package org.glance4j.model;

import java.util.Map;

/**
 * Where an image stands between its record and its data.
 *
 * <p>Open: a word that is not listed here decodes to {@link #UNRECOGNIZED}; the record that holds it keeps the text.
 *
 * <p>Source: Image API v2, image statuses; {@code glance/domain/__init__.py} (valid_state_targets), 25.1.0.
 */
public enum ImageStatus {
    /** The record exists; there is no data yet. */
    QUEUED("queued"),

    /** A direct upload is running. */
    SAVING("saving"),

    /** Data is staged and waits for an import. */
    UPLOADING("uploading"),

    /** An import is running. */
    IMPORTING("importing"),

    /** The data is there and can be read. */
    ACTIVE("active"),

    /** The data is there and frozen: only an admin reads it. */
    DEACTIVATED("deactivated"),

    /** A failed upload of the first API version; never produced by version 2. */
    KILLED("killed"),

    /** Deleted, with the data still to be removed; not visible through the API. */
    PENDING_DELETE("pending_delete"),

    /** Deleted; not visible through the API. */
    DELETED("deleted"),

    /** A word that this version of the library does not know. It is shown and never sent. */
    UNRECOGNIZED("");

    private static final Map<String, ImageStatus> BY_WORD = Words.index(values(), UNRECOGNIZED, value -> value.word);

    private final String word;

    ImageStatus(String word) {
        this.word = word;
    }

    /**
     * Returns the constant for a word on the wire, {@link #UNRECOGNIZED} for any other word. Case matters, as it does to
     * the service.
     *
     * @param word the word as received
     * @return the constant
     */
    public static ImageStatus of(String word) {
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
