package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property that a resource can have: its name, and a JSON schema of its values. Everything in the schema is kept, what this
 * library has no accessor for too.
 *
 * @param name the property's name; the service takes up to 80 characters
 * @param schema the schema as plain maps, lists, strings, numbers, booleans and nulls, by key, in the order of the service; two are equal whatever
 *     the order
 */
public record MetadefProperty(String name, Map<String, @Nullable Object> schema) {

    /** Copies the schema, which keeps its order. */
    public MetadefProperty {
        requireNonNull(name, "name");
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }

    /**
     * Returns a builder for a property.
     *
     * @param name its name
     * @param type the type of its values
     * @param title its title for people
     * @return the builder
     * @throws IllegalArgumentException for {@link PropertyType#UNRECOGNIZED}, which cannot be sent
     */
    public static Builder of(String name, PropertyType type, String title) {
        return new Builder(name).set("type", type.word()).set("title", title);
    }

    /**
     * Returns a builder that holds these values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.schema.putAll(schema);
        return builder;
    }

    /**
     * Returns this property under another name.
     *
     * @param newName the other name
     * @return the property
     */
    public MetadefProperty named(String newName) {
        return new MetadefProperty(newName, schema);
    }

    /**
     * Returns the type of the values.
     *
     * @return the type; {@link PropertyType#UNRECOGNIZED} for none and for one that is not known
     */
    public PropertyType type() {
        return PropertyType.of(text("type").orElse(""));
    }

    /**
     * Returns the title for people.
     *
     * @return the title, empty where there is none
     */
    public Optional<String> title() {
        return text("title");
    }

    /**
     * Returns what the property is for.
     *
     * @return the description, empty where there is none
     */
    public Optional<String> description() {
        return text("description");
    }

    /**
     * Returns the value that a resource without the property is taken to have. The service keeps it as text, whatever the type.
     *
     * @return the value, empty where there is none
     */
    public Optional<String> defaultValue() {
        return text("default");
    }

    /**
     * Returns the values that are allowed.
     *
     * @return the values as text; empty for any
     */
    public List<String> allowedValues() {
        return texts("enum");
    }

    /**
     * Returns the operators that a search for resources may use with the property.
     *
     * @return the operators, such as {@code <or>}
     */
    public List<String> operators() {
        return texts("operators");
    }

    /**
     * Returns the smallest number that is allowed.
     *
     * @return the bound, empty for none
     */
    public Optional<BigDecimal> minimum() {
        return number("minimum");
    }

    /**
     * Returns the largest number that is allowed.
     *
     * @return the bound, empty for none
     */
    public Optional<BigDecimal> maximum() {
        return number("maximum");
    }

    /**
     * Returns whether the property is meant to be read only. The service enforces nothing.
     *
     * @return true if it is
     */
    public boolean isReadOnly() {
        return Boolean.TRUE.equals(schema.get("readonly"));
    }

    private Optional<String> text(String key) {
        return schema.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private List<String> texts(String key) {
        return schema.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Optional<BigDecimal> number(String key) {
        return schema.get(key) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    /** Collects the schema of a property. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final Map<String, @Nullable Object> schema = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets what the property is for.
         *
         * @param description the value
         * @return this builder
         */
        public Builder description(String description) {
            return set("description", description);
        }

        /**
         * Sets the value that a resource without the property is taken to have.
         *
         * @param value the value as text, whatever the type
         * @return this builder
         */
        public Builder defaultValue(String value) {
            return set("default", value);
        }

        /**
         * Sets the values that are allowed.
         *
         * @param values the values as text
         * @return this builder
         */
        public Builder allowedValues(List<String> values) {
            return set("enum", List.copyOf(values));
        }

        /**
         * Sets the operators that a search may use with the property.
         *
         * @param operators the operators
         * @return this builder
         */
        public Builder operators(List<String> operators) {
            return set("operators", List.copyOf(operators));
        }

        /**
         * Sets the smallest number that is allowed; the service keeps whole numbers only.
         *
         * @param minimum the value
         * @return this builder
         */
        public Builder minimum(int minimum) {
            return set("minimum", minimum);
        }

        /**
         * Sets the largest number that is allowed; the service keeps whole numbers only.
         *
         * @param maximum the value
         * @return this builder
         */
        public Builder maximum(int maximum) {
            return set("maximum", maximum);
        }

        /**
         * Sets of what type the elements are, where the values are arrays.
         *
         * @param type the type of the elements
         * @return this builder
         * @throws IllegalArgumentException for {@link PropertyType#UNRECOGNIZED}, which cannot be sent
         */
        public Builder items(PropertyType type) {
            return set("items", Map.of("type", type.word()));
        }

        /**
         * Sets whether the property is meant to be read only.
         *
         * @param readOnly the value
         * @return this builder
         */
        public Builder readOnly(boolean readOnly) {
            return set("readonly", readOnly);
        }

        /**
         * Sets any key of the schema. The service takes {@code title}, {@code type}, {@code description}, {@code operators},
         * {@code default}, {@code readonly}, {@code minimum}, {@code maximum}, {@code enum}, {@code pattern}, {@code
         * minLength}, {@code maxLength}, {@code items}, {@code uniqueItems}, {@code minItems}, {@code maxItems} and {@code
         * additionalItems}.
         *
         * @param key the key
         * @param value the value: a map, list, string, number, boolean or null
         * @return this builder
         */
        public Builder set(String key, @Nullable Object value) {
            schema.put(key, value);
            return this;
        }

        /**
         * Returns the property.
         *
         * @return the property
         */
        public MetadefProperty build() {
            return new MetadefProperty(name, schema);
        }
    }
}
