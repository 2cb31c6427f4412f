package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a namespace: one word of a vocabulary. It is not a tag of an image.
 *
 * @param name the tag; the service takes up to 80 characters
 * @param createdAt when it was made; null where the service does not say, as in lists
 * @param updatedAt when it was changed last; null where the service does not say
 */
public record MetadefTag(
        String name, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

    /** Refuses null. */
    public MetadefTag {
        requireNonNull(name, "name");
    }

    /**
     * Returns a tag that is to be made.
     *
     * @param name the tag
     * @return the tag
     */
    public static MetadefTag of(String name) {
        return new MetadefTag(name, null, null);
    }
}
