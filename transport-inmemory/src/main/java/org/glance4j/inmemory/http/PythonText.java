package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values as Glance, a Python program, prints them in its messages. */
final class PythonText {
    private PythonText() {}

    static String of(JsonNode value) {
        if (value.isTextual()) {
            return quoted(value.textValue());
        }
        if (value.isNull()) {
            return "None";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(of(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value.isObject()) {
            List<String> items = new ArrayList<>();
            value.properties().forEach(field -> items.add(quoted(field.getKey()) + ": " + of(field.getValue())));
            return "{" + String.join(", ", items) + "}";
        }
        return value.asText();
    }

    static String quoted(String text) {
        String quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? "\"" : "'";
        return quote + text.replace("\\", "\\\\").replace("\n", "\\n") + quote;
    }
}
