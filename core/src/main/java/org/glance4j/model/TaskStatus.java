package org.glance4j.model;

import java.util.Map;

/**
 * Where an asynchronous task of the service stands.
 *
 * <p>Open: a word that is not listed here decodes to {@link #UNRECOGNIZED}; the record that holds it keeps the text.
 *
 * <p>Source: Image API v2, tasks; {@code glance/domain/__init__.py} (Task), 25.1.0.
 */
public enum TaskStatus {
    /** Accepted and not yet started. */
    PENDING("pending"),

    /** Being worked on. */
    PROCESSING("processing"),

    /** Ended well. */
    SUCCESS("success"),

    /** Ended badly; the task's message says why. */
    FAILURE("failure"),

    /** A word that this version of the library does not know. It is shown and never sent. */
    UNRECOGNIZED("");

    private static final Map<String, TaskStatus> BY_WORD = Words.index(values(), UNRECOGNIZED, value -> value.word);

    private final String word;

    TaskStatus(String word) {
        this.word = word;
    }

    /**
     * Returns the constant for a word on the wire, {@link #UNRECOGNIZED} for any other word. Case matters, as it does to
     * the service.
     *
     * @param word the word as received
     * @return the constant
     */
    public static TaskStatus of(String word) {
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
