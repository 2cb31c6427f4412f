package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of the catalog, with what it holds as far as that was asked for.
 *
 * @param name the name, which no other namespace has; the service takes up to 80 characters
 * @param displayName the name for people; null where there is none
 * @param description what the namespace is for; null where there is none
 * @param visibilityWord who sees it, {@code public} or {@code private}; null for the service's default, private
 * @param isProtected whether neither the namespace nor anything in it can be deleted
 * @param owner the project that sees it where it is private; null for the caller's project
 * @param createdAt when it was made; null where it is to be made
 * @param updatedAt when it was changed last; null where the service does not say
 * @param resourceTypeAssociations the types of resources that it is for
 * @param properties the properties; lists of namespaces leave them out
 * @param objects the objects; lists of namespaces leave them out
 * @param tags the tags, by name alone; lists of namespaces leave them out
 * @param otherFields what the service says beside that, by key
 */
public record Namespace(
        NamespaceName name,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String visibilityWord,
        boolean isProtected,
        @Nullable ProjectId owner,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<ResourceTypeAssociation> resourceTypeAssociations,
        List<MetadefProperty> properties,
        List<MetadefObject> objects,
        List<MetadefTag> tags,
        Map<String, @Nullable Object> otherFields) {

    /** Copies the collections, which keep their order. */
    public Namespace {
        requireNonNull(name, "name");
        resourceTypeAssociations = List.copyOf(resourceTypeAssociations);
        properties = List.copyOf(properties);
        objects = List.copyOf(objects);
        tags = List.copyOf(tags);
        otherFields = Collections.unmodifiableMap(new LinkedHashMap<>(otherFields));
    }

    /**
     * Returns a builder for a namespace.
     *
     * @param name its name
     * @return the builder
     */
    public static Builder named(String name) {
        return new Builder(NamespaceName.of(name));
    }

    /**
     * Returns a builder that holds these values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns a builder that holds these values without what the namespace holds: what an update can be made of.
     *
     * @return the builder
     */
    public Builder toBuilderWithoutContents() {
        Builder builder = new Builder(this);
        builder.resourceTypeAssociations.clear();
        builder.properties.clear();
        builder.objects.clear();
        builder.tags.clear();
        return builder;
    }

    /**
     * Returns whether the namespace holds anything, as far as that was asked for.
     *
     * @return true if it has an association, a property, an object or a tag
     */
    public boolean hasContents() {
        return !(resourceTypeAssociations.isEmpty() && properties.isEmpty() && objects.isEmpty() && tags.isEmpty());
    }

    /**
     * Returns who sees the namespace.
     *
     * @return the visibility; null for the service's default, private
     */
    public @Nullable Visibility visibility() {
        return visibilityWord == null ? null : Visibility.of(visibilityWord);
    }

    /** Collects the values of a namespace. Not safe for use by several threads. */
    public static final class Builder {
        private NamespaceName name;
        private @Nullable String displayName;
        private @Nullable String description;
        private @Nullable String visibilityWord;
        private boolean isProtected;
        private @Nullable ProjectId owner;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private final List<ResourceTypeAssociation> resourceTypeAssociations = new ArrayList<>();
        private final List<MetadefProperty> properties = new ArrayList<>();
        private final List<MetadefObject> objects = new ArrayList<>();
        private final List<MetadefTag> tags = new ArrayList<>();
        private Map<String, @Nullable Object> otherFields = Map.of();

        private Builder(NamespaceName name) {
            this.name = name;
        }

        private Builder(Namespace namespace) {
            this.name = namespace.name;
            this.displayName = namespace.displayName;
            this.description = namespace.description;
            this.visibilityWord = namespace.visibilityWord;
            this.isProtected = namespace.isProtected;
            this.owner = namespace.owner;
            this.createdAt = namespace.createdAt;
            this.updatedAt = namespace.updatedAt;
            this.resourceTypeAssociations.addAll(namespace.resourceTypeAssociations);
            this.properties.addAll(namespace.properties);
            this.objects.addAll(namespace.objects);
            this.tags.addAll(namespace.tags);
            this.otherFields = namespace.otherFields;
        }

        /**
         * Sets the name.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(NamespaceName name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the name for people.
         *
         * @param displayName the value; null for none
         * @return this builder
         */
        public Builder displayName(@Nullable String displayName) {
            this.displayName = displayName;
            return this;
        }

        /**
         * Sets what the namespace is for.
         *
         * @param description the value; null for nothing
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets who sees the namespace: {@link Visibility#PUBLIC} or {@link Visibility#PRIVATE}.
         *
         * @param visibility the value
         * @return this builder
         * @throws IllegalArgumentException for {@link Visibility#UNRECOGNIZED}, which cannot be sent
         */
        public Builder visibility(Visibility visibility) {
            return visibilityWord(visibility.word());
        }

        /**
         * Sets who sees the namespace, as the word on the wire.
         *
         * @param visibilityWord the value; null for the default
         * @return this builder
         */
        public Builder visibilityWord(@Nullable String visibilityWord) {
            this.visibilityWord = visibilityWord;
            return this;
        }

        /**
         * Sets whether neither the namespace nor anything in it can be deleted.
         *
         * @param isProtected the value
         * @return this builder
         */
        public Builder isProtected(boolean isProtected) {
            this.isProtected = isProtected;
            return this;
        }

        /**
         * Sets the project that sees the namespace where it is private.
         *
         * @param owner the value; null for the caller's
         * @return this builder
         */
        public Builder owner(@Nullable ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets when it was made.
         *
         * @param createdAt the value; null where it is to be made
         * @return this builder
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets when it was changed last.
         *
         * @param updatedAt the value; null where it is to be made
         * @return this builder
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Adds a type of resource that the namespace is for.
         *
         * @param resourceType the association
         * @return this builder
         */
        public Builder resourceType(ResourceTypeAssociation resourceType) {
            resourceTypeAssociations.add(resourceType);
            return this;
        }

        /**
         * Adds a property.
         *
         * @param property the property
         * @return this builder
         */
        public Builder property(MetadefProperty property) {
            properties.add(property);
            return this;
        }

        /**
         * Adds an object.
         *
         * @param object the object
         * @return this builder
         */
        public Builder object(MetadefObject object) {
            objects.add(object);
            return this;
        }

        /**
         * Adds a tag.
         *
         * @param tag the tag
         * @return this builder
         */
        public Builder tag(MetadefTag tag) {
            tags.add(tag);
            return this;
        }

        /**
         * Sets what else the service says.
         *
         * @param otherFields the values by key
         * @return this builder
         */
        public Builder otherFields(Map<String, @Nullable Object> otherFields) {
            this.otherFields = otherFields;
            return this;
        }

        /**
         * Returns the namespace.
         *
         * @return the namespace
         */
        public Namespace build() {
            return new Namespace(
                    name,
                    displayName,
                    description,
                    visibilityWord,
                    isProtected,
                    owner,
                    createdAt,
                    updatedAt,
                    resourceTypeAssociations,
                    properties,
                    objects,
                    tags,
                    otherFields);
        }
    }
}
