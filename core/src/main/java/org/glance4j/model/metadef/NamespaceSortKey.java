package org.glance4j.model.metadef;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What namespaces can be sorted by. Source: {@code glance/api/v2/metadef_namespaces.py} (RequestDeserializer), {@code
 * glance/db/sqlalchemy/metadef_api/namespace.py} (get_all), 25.1.0.
 */
public enum NamespaceSortKey {
    /** The name, letter by letter. */
    NAMESPACE("namespace"),

    /** When they were made. */
    CREATED_AT("created_at");

    private final String word;

    NamespaceSortKey(String word) {
        this.word = word;
    }

    /**
     * Returns the key with this word.
     *
     * @param word the word on the wire
     * @return the key, empty for any other word
     */
    public static Optional<NamespaceSortKey> find(String word) {
        return Stream.of(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    /**
     * Returns the word that stands for this key on the wire.
     *
     * @return the word
     */
    public String word() {
        return word;
    }
}
