package org.glance4j.cli.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One resource, field by field.
 *
 * @param fields the fields in the order to print them; values are strings, numbers, booleans, lists, maps and nulls
 */
public record Details(Map<String, @Nullable Object> fields) {

    /** Copies the fields, in their order. */
    public Details {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
