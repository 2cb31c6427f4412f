package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a namespace: several properties that belong together.
 *
 * @param name the object's name; the service takes up to 80 characters
 * @param description what the object is for; null where there is none
 * @param required the names of the properties that a resource must have if it has any. The service keeps them in one text with commas, so
 *     that a name with a comma comes back as two
 * @param properties the properties, in the order of the service
 * @param createdAt when it was made; null where the service does not say
 * @param updatedAt when it was changed last; null where the service does not say
 * @param otherFields what the service says beside that, by key
 */
public record MetadefObject(
        String name,
        @Nullable String description,
        List<String> required,
        List<MetadefProperty> properties,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherFields) {

    /** Copies the collections, which keep their order. */
    public MetadefObject {
        requireNonNull(name, "name");
        required = List.copyOf(required);
        properties = List.copyOf(properties);
        otherFields = Collections.unmodifiableMap(new LinkedHashMap<>(otherFields));
    }

    /**
     * Returns a builder for an object.
     *
     * @param name its name
     * @return the builder
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Returns a builder that holds these values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.description = description;
        builder.required = required;
        builder.properties.addAll(properties);
        builder.createdAt = createdAt;
        builder.updatedAt = updatedAt;
        builder.otherFields = otherFields;
        return builder;
    }

    /** Collects the values of an object. Not safe for use by several threads. */
    public static final class Builder {
        private String name;
        private @Nullable String description;
        private List<String> required = List.of();
        private final List<MetadefProperty> properties = new ArrayList<>();
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, @Nullable Object> otherFields = Map.of();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets the name.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets what the object is for.
         *
         * @param description the value; null for nothing
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets which properties a resource must have if it has any.
         *
         * @param required the names
         * @return this builder
         */
        public Builder required(List<String> required) {
            this.required = required;
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
         * Drops the properties that were set.
         *
         * @return this builder
         */
        public Builder noProperties() {
            properties.clear();
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
         * Returns the object.
         *
         * @return the object
         */
        public MetadefObject build() {
            return new MetadefObject(name, description, required, properties, createdAt, updatedAt, otherFields);
        }
    }
}
