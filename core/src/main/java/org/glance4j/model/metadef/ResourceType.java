package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource that namespaces are for, such as {@code OS::Glance::Image}. It is there from the first association on, and
 * stays.
 *
 * @param name the type's name
 * @param createdAt when it was made; null where the service does not say
 * @param updatedAt when it was changed last; null where the service does not say
 */
public record ResourceType(
        String name, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

    /** Refuses null. */
    public ResourceType {
        requireNonNull(name, "name");
    }
}
