package org.glance4j.internal.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes known values out of an object that was read whole; what is left are the fields that nobody asked for. Not safe for use by
 * several threads.
 */
final class Tree {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Tree(Map<?, ?> map) {
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }

    /** Returns the object that a value is. */
    static Tree of(@Nullable Object value, String what) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new WireFormatException("the field " + what + " is not an object");
        }
        return new Tree(map);
    }

    @Nullable
    String text(String field) {
        Object value = fields.remove(field);
        if (value != null && !(value instanceof String)) {
            throw new WireFormatException("the field " + field + " is not a string");
        }
        return (String) value;
    }

    /** Returns a text that has to be there. */
    String requiredText(String field) {
        return Json.required(text(field), field);
    }

    boolean flag(String field) {
        Object value = fields.remove(field);
        if (value != null && !(value instanceof Boolean)) {
            throw new WireFormatException("the field " + field + " is not a boolean");
        }
        return Boolean.TRUE.equals(value);
    }

    @Nullable
    Instant time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        Instant time = WireTime.read(text.toCharArray(), 0, text.length());
        if (time == null) {
            throw new WireFormatException("the field " + field + " is not a time");
        }
        return time;
    }

    /** Returns the elements of an array; none where it is not there or null. */
    <T> List<T> list(String field, Function<@Nullable Object, T> element) {
        Object value = fields.remove(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new WireFormatException("the field " + field + " is not an array");
        }
        List<T> elements = new ArrayList<>(list.size());
        list.forEach(one -> elements.add(element.apply(one)));
        return elements;
    }

    /** Returns the elements of an array that has to be there. */
    <T> List<T> requiredList(String field, Function<@Nullable Object, T> element) {
        if (fields.get(field) == null) {
            throw new WireFormatException("the field " + field + " is missing");
        }
        return list(field, element);
    }

    /** Returns an object's fields, none where it is not there or null. */
    Map<String, @Nullable Object> object(String field) {
        Object value = fields.remove(field);
        return value == null ? Map.of() : of(value, field).fields;
    }

    boolean has(String field) {
        return fields.get(field) != null;
    }

    /** Drops links: the library builds its own paths from names. */
    void withoutLinks() {
        fields.remove("self");
        fields.remove("schema");
    }

    /** Returns the fields that are left. */
    Map<String, @Nullable Object> rest() {
        return fields;
    }
}
