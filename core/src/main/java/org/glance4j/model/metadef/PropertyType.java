package org.glance4j.model.metadef;

import java.util.stream.Stream;

/**
 * Of what type a property's values are.
 *
 * <p>Open: a word that is not listed here decodes to {@link #UNRECOGNIZED}; the property keeps the text.
 *
 * <p>Source: {@code glance/api/v2/metadef_namespaces.py} (get_schema_definitions), 25.1.0.
 */
public enum PropertyType {
    /** A list. */
    ARRAY("array"),

    /** True or false. */
    BOOLEAN("boolean"),

    /** A whole number. */
    INTEGER("integer"),

    /** A number. */
    NUMBER("number"),

    /** An object. */
    OBJECT("object"),

    /** A text. */
    STRING("string"),

    /** A word that this version of the library does not know. It is shown and never sent. */
    UNRECOGNIZED("");

    private final String word;

    PropertyType(String word) {
        this.word = word;
    }

    /**
     * Returns the constant for a word on the wire, {@link #UNRECOGNIZED} for any other word. Case matters, as it does to
     * the service.
     *
     * @param word the word as received
     * @return the constant
     */
    public static PropertyType of(String word) {
        return Stream.of(values())
                .filter(type -> type != UNRECOGNIZED && type.word.equals(word))
                .findFirst()
                .orElse(UNRECOGNIZED);
    }

    /**
     * Returns the word that stands for this constant on the wire.
     *
     * @return the word
     * @throws IllegalArgumentException for {@link #UNRECOGNIZED}, which cannot be sent
     */
    public String word() {
        if (this == UNRECOGNIZED) {
            throw new IllegalArgumentException("PropertyType is not recognized by this library and cannot be sent");
        }
        return word;
    }
}
