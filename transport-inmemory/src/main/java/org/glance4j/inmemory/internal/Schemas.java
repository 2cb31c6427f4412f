package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.internal.json.SchemaJson;
import org.glance4j.model.Link;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
import org.jspecify.annotations.Nullable;

/** The schemas as Glance serves them. Source: {@code glance/schema.py} and the schemas of each resource, 25.1.0. */
final class Schemas {
    private static final Schema IMAGE = read("image");
    private static final Schema MEMBER = read("member");
    private static final Schema TASK = read("task");

    /** What a list says of each task. */
    private static final Schema STUB = without(TASK, List.of("input", "result", "message"));

    private Schemas() {}

    static Schema of(SchemaName name) {
        return switch (name) {
            case METADEF_NAMESPACE,
                    METADEF_NAMESPACES,
                    METADEF_RESOURCE_TYPE,
                    METADEF_RESOURCE_TYPES,
                    METADEF_PROPERTY,
                    METADEF_PROPERTIES,
                    METADEF_OBJECT,
                    METADEF_OBJECTS,
                    METADEF_TAG,
                    METADEF_TAGS -> read(name.path().replace('/', '-'));
            case IMAGE -> IMAGE;
            case IMAGES -> collection("images", IMAGE, true);
            case MEMBER -> MEMBER;
            case MEMBERS -> collection("members", MEMBER, false);
            case TASK -> TASK;
            case TASKS -> collection("tasks", STUB, false);
        };
    }

    private static Schema read(String name) {
        try (InputStream stream =
                Schemas.class.getResourceAsStream("/org/glance4j/inmemory/http/schema-" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("no schema " + name);
            }
            return SchemaJson.read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema without(Schema schema, List<String> left) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(schema.properties());
        properties.keySet().removeAll(left);
        return new Schema(
                schema.name(), properties, schema.additionalProperties(), schema.links(), schema.otherFields());
    }

    private static Schema collection(String name, Schema item, boolean paged) {
        Map<String, @Nullable Object> text = Map.of("type", "string");
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        List<Link> links = new ArrayList<>();
        properties.put(name, Map.of("type", "array", "items", asItem(item)));
        if (paged) {
            for (String link : List.of("first", "next")) {
                properties.put(link, text);
                links.add(new Link(link, "{" + link + "}"));
            }
        }
        properties.put("schema", text);
        links.add(new Link("describedby", "{schema}"));
        return new Schema(name, properties, null, links, Map.of());
    }

    private static Map<String, @Nullable Object> asItem(Schema schema) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("name", schema.name());
        item.put("properties", schema.properties());
        if (schema.additionalProperties() != null) {
            item.put("additionalProperties", schema.additionalProperties());
        }
        if (!schema.links().isEmpty()) {
            item.put(
                    "links",
                    schema.links().stream()
                            .map(link -> Map.of("rel", link.rel(), "href", link.href()))
                            .toList());
        }
        return item;
    }
}
