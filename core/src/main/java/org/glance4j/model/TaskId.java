package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identifier of a task, exactly as the service gave it.
 *
 * <p>Any text that a server sends is accepted here; an id that cannot be carried in a URL path is refused when a call would
 * have to address it.
 *
 * @param value the id's text, a UUID on every known server
 */
public record TaskId(String value) {

    /** Refuses null. */
    public TaskId {
        requireNonNull(value, "value");
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id's text
     * @return the id
     */
    public static TaskId of(String value) {
        return new TaskId(value);
    }

    /**
     * Returns the id that the service would print for this UUID: lower case, 8-4-4-4-12.
     *
     * @param uuid the identifier
     * @return the id
     */
    public static TaskId of(UUID uuid) {
        return new TaskId(uuid.toString());
    }

    /** Returns the id's text. */
    @Override
    public String toString() {
        return value;
    }
}
