package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A resource's schema as Glance 25.1.0 serves it, and the check of what a request sends against it, with the text that
 * Glance refuses it with.
 */
final class Schema {
    private static final Schema IMAGE = read("image");
    private static final Schema MEMBER = read("member");
    private static final Schema TASK = read("task");
    private static final Schema LOCATION = read("location");

    private static final String ADDITIONAL = "additionalProperties";

    private final String name;
    private final JsonNode tree;

    private Schema(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    static Schema image() {
        return IMAGE;
    }

    static Schema task() {
        return TASK;
    }

    static Schema location() {
        return LOCATION;
    }

    static Schema member() {
        return MEMBER;
    }

    private static Schema read(String name) {
        try (InputStream stream = Schema.class.getResourceAsStream("schema-" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("no schema " + name);
            }
            return new Schema(name, JsonText.parse(stream.readAllBytes()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return tree.deepCopy();
    }

    /** Refuses an object with a property of the wrong type, length, form, or outside the allowed values. */
    void check(JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            check(field.getKey(), field.getValue());
        }
    }

    /** Refuses an object with a property that the schema does not name. */
    void checkNames(JsonNode object) {
        List<String> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!tree.path("properties").has(name)) {
                unknown.add(PythonText.quoted(name));
            }
        });
        if (!unknown.isEmpty()) {
            JsonNode closed = tree.deepCopy();
            ((ObjectNode) closed).put(ADDITIONAL, false);
            String problem = "Additional properties are not allowed (" + String.join(", ", unknown)
                    + (unknown.size() == 1 ? " was" : " were") + " unexpected)";
            throw refused(problem, ADDITIONAL, closed, "", "", object);
        }
    }

    void check(String property, JsonNode value) {
        JsonNode known = tree.path("properties").get(property);
        if (known != null) {
            check(value, known, "['properties']" + index(property), index(property));
        } else if (tree.has(ADDITIONAL)) {
            check(value, tree.path(ADDITIONAL), "['additionalProperties']", index(property));
        }
    }

    private void check(JsonNode value, JsonNode rule, String rulePath, String valuePath) {
        if (rule.has("type") && !hasType(value, rule.path("type"))) {
            String types = PythonText.of(rule.path("type")).replaceAll("^\\[|]$", "");
            throw refused(PythonText.of(value) + " is not of type " + types, "type", rule, rulePath, valuePath, value);
        }
        if (rule.has("enum") && !contains(rule.path("enum"), value)) {
            String text = PythonText.of(value) + " is not one of " + PythonText.of(rule.path("enum"));
            throw refused(text, "enum", rule, rulePath, valuePath, value);
        }
        if (value.isTextual()) {
            checkText(value, rule, rulePath, valuePath);
        }
        if (value.isObject()) {
            checkObject(value, rule, rulePath, valuePath);
        }
        if (value.isArray() && rule.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), rule.path("items"), rulePath + "['items']", valuePath + "[" + i + "]");
            }
        }
    }

    private void checkObject(JsonNode value, JsonNode rule, String rulePath, String valuePath) {
        for (JsonNode name : rule.path("required")) {
            if (!value.has(name.textValue())) {
                String problem = PythonText.of(name) + " is a required property";
                throw refused(problem, "required", rule, rulePath, valuePath, value);
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode known = rule.path("properties").get(member.getKey());
            if (known != null) {
                String index = index(member.getKey());
                check(member.getValue(), known, rulePath + "['properties']" + index, valuePath + index);
            } else if (rule.path(ADDITIONAL).isBoolean()
                    && !rule.path(ADDITIONAL).booleanValue()) {
                String problem = "Additional properties are not allowed (" + PythonText.quoted(member.getKey())
                        + " was unexpected)";
                throw refused(problem, ADDITIONAL, rule, rulePath, valuePath, value);
            }
        }
    }

    private void checkText(JsonNode value, JsonNode rule, String rulePath, String valuePath) {
        String text = value.textValue();
        if (rule.has("pattern")
                && !Pattern.compile(rule.path("pattern").textValue())
                        .matcher(text)
                        .find()) {
            String problem = PythonText.of(value) + " does not match " + PythonText.of(rule.path("pattern"));
            throw refused(problem, "pattern", rule, rulePath, valuePath, value);
        }
        if (rule.has("minLength")
                && text.codePointCount(0, text.length())
                        < rule.path("minLength").intValue()) {
            throw refused(PythonText.of(value) + " is too short", "minLength", rule, rulePath, valuePath, value);
        }
        if (rule.has("maxLength")
                && text.codePointCount(0, text.length())
                        > rule.path("maxLength").intValue()) {
            throw refused(PythonText.of(value) + " is too long", "maxLength", rule, rulePath, valuePath, value);
        }
    }

    private RefusedRequest refused(
            String problem, String keyword, JsonNode rule, String rulePath, String valuePath, JsonNode value) {
        return RefusedRequest.badRequest("Provided object does not match schema '" + name + "': " + problem
                + "\n\nFailed validating '" + keyword + "' in schema" + rulePath + indented(rule)
                + "\n\nOn instance" + valuePath + indented(value));
    }

    private static String indented(JsonNode value) {
        return ":\n    " + PythonPrint.of(value).replace("\n", "\n    ");
    }

    private static String index(String property) {
        return "[" + PythonText.quoted(property) + "]";
    }

    private static boolean hasType(JsonNode value, JsonNode types) {
        if (types.isTextual()) {
            return hasType(value, types.textValue());
        }
        for (JsonNode type : types) {
            if (hasType(value, type.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
