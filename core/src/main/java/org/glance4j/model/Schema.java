package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON schema, as the service serves it: what it says of each property is kept as it came, in plain maps, lists, strings,
 * numbers and booleans.
 *
 * <p>Source: Image API v2, image schemas; {@code glance/schema.py}, 25.1.0.
 *
 * @param name what it describes, such as {@code image}
 * @param properties what is said of each property, by the property's name
 * @param additionalProperties what is said of properties that are not listed: a schema or a boolean; null where nothing is
 * @param links the links between resources, as templates
 * @param otherFields everything else, by name
 */
public record Schema(
        String name,
        Map<String, @Nullable Object> properties,
        @Nullable Object additionalProperties,
        List<Link> links,
        Map<String, @Nullable Object> otherFields) {

    /** Copies the collections. */
    public Schema {
        requireNonNull(name, "name");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        links = List.copyOf(links);
        otherFields = Collections.unmodifiableMap(new LinkedHashMap<>(otherFields));
    }
}
