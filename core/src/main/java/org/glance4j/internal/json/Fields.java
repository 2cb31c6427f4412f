package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes single values. A reading method finds the parser on the value's first token and leaves it on the last. */
final class Fields {
    /** The end of the year 9999, as much as a server's own clock can tell. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(253_402_300_799L);

    private Fields() {}

    static void expect(JsonParser parser, JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw mistyped(what, token == JsonToken.START_OBJECT ? "an object" : "an array");
        }
    }

    static @Nullable String text(JsonParser parser, String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw mistyped(field, "a string");
        }
        return parser.getText();
    }

    /** Reads an id, which a server may echo as the number that a caller once sent. */
    static @Nullable String id(JsonParser parser, String field) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getText() : text(parser, field);
    }

    static boolean flag(JsonParser parser, String field) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
            throw mistyped(field, "a boolean");
        }
        return false;
    }

    static @Nullable Long integer(JsonParser parser, String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw mistyped(field, "an integer");
        }
        return parser.getLongValue();
    }

    static int smallInteger(JsonParser parser, String field) throws IOException {
        Long value = integer(parser, field);
        if (value == null) {
            return 0;
        }
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw mistyped(field, "an integer of 32 bits");
        }
        return value.intValue();
    }

    static @Nullable Instant time(JsonParser parser, String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw mistyped(field, "a time");
        }
        Instant time = WireTime.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (time == null) {
            throw mistyped(field, "a time");
        }
        return time;
    }

    /** Reads a time that is told in seconds since 1970, with a fraction. */
    static Instant seconds(JsonParser parser, String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw mistyped(field, "a time in seconds");
        }
        BigDecimal seconds = decimal(parser);
        if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
            throw mistyped(field, "a time in seconds");
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole.longValue(), nanos);
    }

    static Set<String> texts(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Set.of();
        }
        expect(parser, JsonToken.START_ARRAY, field);
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return Set.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        do {
            texts.add(Json.required(text(parser, field), field));
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return texts;
    }

    /** Returns any value as plain maps, lists, strings, numbers, booleans and nulls. */
    static @Nullable Object any(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                return map(parser);
            case START_ARRAY:
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(any(parser));
                }
                return list;
            case VALUE_STRING:
                return parser.getText();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NULL:
                return null;
            case VALUE_NUMBER_INT:
                return parser.getNumberValue();
            default:
                return decimal(parser);
        }
    }

    /** Returns an object as plain maps, lists, strings, numbers, booleans and nulls. */
    static Map<String, @Nullable Object> object(JsonParser parser, String field) throws IOException {
        expect(parser, JsonToken.START_OBJECT, field);
        return map(parser);
    }

    private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            int count = map.size();
            map.put(name, any(parser));
            if (map.size() == count) {
                throw Once.twice("a field of an inner object");
            }
        }
        return map;
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // Jackson checks a number's length and leaves the size of its exponent to Java, whose message quotes it.
            throw new WireFormatException("a number has an exponent that no number can have");
        }
    }

    static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else {
            // The generator knows strings, booleans, numbers and null, and refuses what is none of them.
            generator.writePOJO(value);
        }
    }

    static void write(JsonGenerator generator, String field, @Nullable Object value) throws IOException {
        generator.writeFieldName(field);
        write(generator, value);
    }

    private static WireFormatException mistyped(String field, String expected) {
        return new WireFormatException("the field " + field + " is not " + expected);
    }
}
