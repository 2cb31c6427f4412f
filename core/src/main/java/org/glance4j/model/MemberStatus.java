package org.glance4j.model;

import java.util.Map;

/**
 * The membership status of a consumer on one image; it decides whether the image shows in the consumer's default list.
 *
 * <p>Open: a word that is not listed here decodes to {@link #UNRECOGNIZED}; the record that holds it keeps the text.
 *
 * <p>Source: Image API v2, image sharing; {@code glance/domain/__init__.py} (ImageMember), 25.1.0.
 */
public enum MemberStatus {
    /** Offered and not yet decided. */
    PENDING("pending"),

    /** Taken by the consumer: the image is in its default list. */
    ACCEPTED("accepted"),

    /** Declined by the consumer: the image stays out of its default list, and stays readable. */
    REJECTED("rejected"),

    /** A word that this version of the library does not know. It is shown and never sent. */
    UNRECOGNIZED("");

    private static final Map<String, MemberStatus> BY_WORD = Words.index(values(), UNRECOGNIZED, value -> value.word);

    private final String word;

    MemberStatus(String word) {
        this.word = word;
    }

    /**
     * Returns the constant for a word on the wire, {@link #UNRECOGNIZED} for any other word. Case matters, as it does to
     * the service.
     *
     * @param word the word as received
     * @return the constant
     */
    public static MemberStatus of(String word) {
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
