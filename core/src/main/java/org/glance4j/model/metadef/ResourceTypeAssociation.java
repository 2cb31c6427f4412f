package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a namespace is for a type of resource, and what its properties are called there.
 *
 * @param name the type of resource, such as {@code OS::Nova::Flavor}; the service takes up to 80 characters
 * @param prefix what stands in front of a property's name on such a resource, with its separator, such as {@code hw:}; null
 *     for nothing
 * @param propertiesTarget which of several sets of metadata of such a resource is meant, such as {@code image}; null where
 *     there is one
 * @param createdAt when it was made; null where the service does not say
 * @param updatedAt when it was changed last; null where the service does not say
 */
public record ResourceTypeAssociation(
        String name,
        @Nullable String prefix,
        @Nullable String propertiesTarget,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** Refuses null. */
    public ResourceTypeAssociation {
        requireNonNull(name, "name");
    }

    /**
     * Returns an association that is to be made.
     *
     * @param name the type of resource
     * @return the association
     */
    public static ResourceTypeAssociation of(String name) {
        return new ResourceTypeAssociation(name, null, null, null, null);
    }

    /**
     * Returns this association with a prefix.
     *
     * @param newPrefix what stands in front of a property's name, with its separator
     * @return the association
     */
    public ResourceTypeAssociation withPrefix(String newPrefix) {
        return new ResourceTypeAssociation(name, newPrefix, propertiesTarget, createdAt, updatedAt);
    }

    /**
     * Returns this association with a target.
     *
     * @param newTarget which of several sets of metadata is meant
     * @return the association
     */
    public ResourceTypeAssociation withPropertiesTarget(String newTarget) {
        return new ResourceTypeAssociation(name, prefix, newTarget, createdAt, updatedAt);
    }
}
