package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of the metadata catalog as Glance 25.1.0 serves them, and the check of what a request sends against one: unlike what
 * is served, what is checked takes no other field. A refusal tells Glance's sentence, the rule and the place.
 */
final class MetadefSchema {
    private final String name;
    private final JsonNode root;
    private final boolean takesName;

    private MetadefSchema(String name, JsonNode root, boolean takesName) {
        this.name = name;
        this.root = root;
        this.takesName = takesName;
    }

    /** Returns the schema by which one thing is made or changed. */
    static MetadefSchema of(String word) {
        JsonNode root = read(word);
        return new MetadefSchema(root.path("name").asText(), root, true);
    }

    /** Returns the schema of a property inside an object, which need not say its name. */
    static MetadefSchema innerProperty() {
        return new MetadefSchema("property", read("property"), false);
    }

    /** Returns the schema of a request that names many tags. */
    static MetadefSchema manyTags() {
        return new MetadefSchema("tags", JsonText.parsed("""
                {"properties": {"tags": {"type": "array", "items": {"type": "object",
                 "properties": {"name": {"type": "string"}}, "required": ["name"], "additionalProperties": false}}}}
                """), true);
    }

    private static JsonNode read(String word) {
        try (InputStream stream = MetadefSchema.class.getResourceAsStream("schema-metadefs-" + word + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("no schema " + word);
            }
            return JsonText.parse(stream.readAllBytes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a document that the schema does not take. */
    void check(JsonNode document) {
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (!root.path("properties").has(field.getKey())) {
                throw unexpected(field.getKey(), root, "", "", document);
            }
        }
        check(document, root, "", "");
    }

    private void check(JsonNode value, JsonNode rule, String rulePath, String valuePath) {
        if (rule.has("$ref")) {
            String definition = rule.path("$ref").asText().replace("#/definitions/", "");
            check(value, root.path("definitions").path(definition), rulePath, valuePath);
            return;
        }
        for (JsonNode one : rule.path("allOf")) {
            check(value, one, rulePath + "['allOf'][0]", valuePath);
        }
        if (rule.has("type") && !hasType(value, rule.path("type").asText())) {
            String problem = PythonText.of(value) + " is not of type " + PythonText.of(rule.path("type"));
            throw refused(problem, "type", rule, rulePath, valuePath, value);
        }
        if (rule.has("enum") && !contains(rule.path("enum"), value)) {
            String problem = PythonText.of(value) + " is not one of " + PythonText.of(rule.path("enum"));
            throw refused(problem, "enum", rule, rulePath, valuePath, value);
        }
        if (value.isTextual()
                && rule.has("maxLength")
                && length(value) > rule.path("maxLength").intValue()) {
            throw refused(PythonText.of(value) + " is too long", "maxLength", rule, rulePath, valuePath, value);
        }
        if (value.isNumber()
                && rule.has("minimum")
                && value.doubleValue() < rule.path("minimum").doubleValue()) {
            String problem = value.asText() + " is less than the minimum of "
                    + rule.path("minimum").asText();
            throw refused(problem, "minimum", rule, rulePath, valuePath, value);
        }
        if (value.isArray()) {
            checkArray(value, rule, rulePath, valuePath);
        }
        if (value.isObject()) {
            checkObject(value, rule, rulePath, valuePath);
        }
    }

    private void checkArray(JsonNode value, JsonNode rule, String rulePath, String valuePath) {
        if (value.size() < rule.path("minItems").asInt(0)) {
            throw refused(PythonText.of(value) + " should be non-empty", "minItems", rule, rulePath, valuePath, value);
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            if (!seen.add(value.get(i)) && rule.path("uniqueItems").booleanValue()) {
                String problem = PythonText.of(value) + " has non-unique elements";
                throw refused(problem, "uniqueItems", rule, rulePath, valuePath, value);
            }
            check(value.get(i), rule.path("items"), rulePath + "['items']", valuePath + "[" + i + "]");
        }
    }

    private void checkObject(JsonNode value, JsonNode rule, String rulePath, String valuePath) {
        for (JsonNode required : rule.path("required")) {
            boolean isLeftToKey =
                    !takesName && rulePath.isEmpty() && required.asText().equals("name");
            if (!value.has(required.asText()) && !isLeftToKey) {
                String problem = PythonText.of(required) + " is a required property";
                throw refused(problem, "required", rule, rulePath, valuePath, value);
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String index = "[" + PythonText.quoted(field.getKey()) + "]";
            JsonNode known = rule.path("properties").get(field.getKey());
            JsonNode others = rule.path("additionalProperties");
            if (known != null) {
                check(field.getValue(), known, rulePath + "['properties']" + index, valuePath + index);
            } else if (others.isObject()) {
                check(field.getValue(), others, rulePath + "['additionalProperties']", valuePath + index);
            } else if (others.isBoolean() && !others.booleanValue()) {
                throw unexpected(field.getKey(), rule, rulePath, valuePath, value);
            }
        }
    }

    private RefusedRequest unexpected(String field, JsonNode rule, String rulePath, String valuePath, JsonNode value) {
        String problem = "Additional properties are not allowed (" + PythonText.quoted(field) + " was unexpected)";
        return refused(problem, "additionalProperties", rule, rulePath, valuePath, value);
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

    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber() || (value.isNumber() && value.doubleValue() % 1 == 0);
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
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
