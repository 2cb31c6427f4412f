package org.glance4j.model;

import java.util.Map;

/**
 * Who can see an image.
 *
 * <p>Open: a word that is not listed here decodes to {@link #UNRECOGNIZED}; the record that holds it keeps the text.
 *
 * <p>Source: Image API v2, image visibility; {@code glance/db/sqlalchemy/api.py}, 25.1.0.
 */
public enum Visibility {
    /** Everyone sees and lists it; only an admin can make it so. */
    PUBLIC("public"),

    /** Everyone can use it by id; only its owner lists it by default. */
    COMMUNITY("community"),

    /** Its owner and its members; the only kind that can have members. */
    SHARED("shared"),

    /** Its owner. */
    PRIVATE("private"),

    /** A word that this version of the library does not know. It is shown and never sent. */
    UNRECOGNIZED("");

    private static final Map<String, Visibility> BY_WORD = Words.index(values(), UNRECOGNIZED, value -> value.word);

    private final String word;

    Visibility(String word) {
        this.word = word;
    }

    /**
     * Returns the constant for a word on the wire, {@link #UNRECOGNIZED} for any other word. Case matters, as it does to
     * the service.
     *
     * @param word the word as received
     * @return the constant
     */
    public static Visibility of(String word) {
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
