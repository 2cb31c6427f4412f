package org.glance4j.model;

import java.util.Optional;
import java.util.stream.Stream;

/** What the service can sort a list of images by. Source: {@code glance/api/v2/images.py} (_available_sort_keys), 25.1.0. */
public enum SortKey {
    /** The name, by the code points of its characters; a site's database may fold case. */
    NAME("name"),

    /** The image status, by its word. */
    STATUS("status"),

    /** The container format, by its name. */
    CONTAINER_FORMAT("container_format"),

    /** The disk format, by its name. */
    DISK_FORMAT("disk_format"),

    /**
     * The length of the data. Where images without data are among those listed, Glance 25.1.0 on SQLite pages wrongly: in
     * descending order it repeats pages for ever, in ascending order it leaves out all images that have data.
     */
    SIZE("size"),

    /** The id. */
    ID("id"),

    /** The time of creation, to the microsecond. */
    CREATED_AT("created_at"),

    /** The time of the last change, to the microsecond. */
    UPDATED_AT("updated_at");

    private final String word;

    SortKey(String word) {
        this.word = word;
    }

    /**
     * Returns the key with this word.
     *
     * @param word the word on the wire
     * @return the key, empty for any other word
     */
    public static Optional<SortKey> find(String word) {
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
