package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a project: an image's owner, or one of its members.
 *
 * <p>The Image service does not check project ids against the identity service and compares them letter by letter. Any
 * text that a server sends is accepted here; an id that cannot be carried in a URL path is refused when a call would have
 * to address it.
 *
 * @param value the id's text
 */
public record ProjectId(String value) {

    /** Refuses null. */
    public ProjectId {
        requireNonNull(value, "value");
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id's text
     * @return the id
     */
    public static ProjectId of(String value) {
        return new ProjectId(value);
    }

    /** Returns the id's text. */
    @Override
    public String toString() {
        return value;
    }
}
