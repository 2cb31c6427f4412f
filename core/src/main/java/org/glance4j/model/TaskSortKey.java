package org.glance4j.model;

import java.util.Optional;
import java.util.stream.Stream;

/** What tasks can be sorted by. Source: {@code glance/db/sqlalchemy/api.py} (task_get_all), 25.1.0. */
public enum TaskSortKey {
    /** The task's id; Glance 25.1.0 takes it, and sorts by when tasks were accepted. */
    ID("id"),
    /** The kind of work. */
    TYPE("type"),
    /** The task status, as a word. */
    STATUS("status"),
    /** The project that it works for. */
    OWNER("owner"),
    /** When it was accepted. */
    CREATED_AT("created_at"),
    /** When it last changed. */
    UPDATED_AT("updated_at"),
    /** When the service forgets it. */
    EXPIRES_AT("expires_at");

    private final String word;

    TaskSortKey(String word) {
        this.word = word;
    }

    /**
     * Returns the key with this word.
     *
     * @param word the word on the wire
     * @return the key, empty for any other word
     */
    public static Optional<TaskSortKey> find(String word) {
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
