package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identifier of an image, exactly as the service gave it.
 *
 * <p>The service compares ids letter by letter, so no case is folded. Any text that a server sends is accepted here; an id
 * that cannot be carried in a URL path is refused when a call would have to address it.
 *
 * @param value the id's text, 8-4-4-4-12 hexadecimal digits on every known server
 */
public record ImageId(String value) {

    /** Refuses null. */
    public ImageId {
        requireNonNull(value, "value");
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id's text
     * @return the id
     */
    public static ImageId of(String value) {
        return new ImageId(value);
    }

    /**
     * Returns the id that the service would print for this UUID: lower case, 8-4-4-4-12.
     *
     * @param uuid the identifier
     * @return the id
     */
    public static ImageId of(UUID uuid) {
        return new ImageId(uuid.toString());
    }

    /** Returns the id's text. */
    @Override
    public String toString() {
        return value;
    }
}
