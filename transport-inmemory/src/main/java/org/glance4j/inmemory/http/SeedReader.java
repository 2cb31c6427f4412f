package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads seeds. What it does not know it refuses, so that a slip of the pen is not passed over. */
final class SeedReader {
    private final Supplier<String> ids;
    private final Map<String, Seed.Project> projects = new LinkedHashMap<>();

    SeedReader(Supplier<String> ids) {
        this.ids = ids;
    }

    Seed read(byte[] document) {
        JsonNode tree;
        try {
            tree = JsonText.parse(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the seed is no JSON document: " + e.getOriginalMessage(), e);
        }
        known(tree, "the seed", Set.of("region", "created_at", "projects", "users", "images"));
        int number = 0;
        for (JsonNode project : list(tree, "projects")) {
            String where = "projects[" + number++ + "]";
            known(project, where, Set.of("id", "name"));
            String name = required(project, "name", where);
            if (projects.containsKey(name)) {
                throw problem(where, "the name " + name + " is taken");
            }
            projects.put(name, new Seed.Project(text(project, "id", where).orElseGet(ids), name));
        }
        List<Seed.User> users = new SeedUserReader(ids, projects).read(tree);
        List<Seed.Image> images = new ArrayList<>();
        for (JsonNode image : list(tree, "images")) {
            images.add(SeedImageReader.read(image, "images[" + images.size() + "]", this::projectId));
        }
        return new Seed(
                text(tree, "region", "the seed").orElse("RegionOne"),
                time(tree, "created_at", "the seed"),
                List.copyOf(projects.values()),
                users,
                images);
    }

    /** Returns the id behind a project's name; what is no project's name is an id. */
    private String projectId(String nameOrId) {
        Seed.Project project = projects.get(nameOrId);
        return project == null ? nameOrId : project.id();
    }

    static @Nullable Instant time(JsonNode node, String field, String where) {
        Optional<String> text = text(node, field, where);
        try {
            return text.map(Instant::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(where + ": " + field + " is no time such as 2014-03-31T19:16:04Z", e);
        }
    }

    static void known(JsonNode node, String where, Set<String> fields) {
        if (!node.isObject()) {
            throw problem(where, "is no JSON object");
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw problem(where, "knows no " + field + ", only " + String.join(", ", new TreeSet<>(fields)));
            }
        });
    }

    static JsonNode list(JsonNode node, String field) {
        JsonNode list = node.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            throw problem(field, "is no list");
        }
        return list;
    }

    static Optional<String> text(JsonNode node, String field, String where) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw problem(where + "." + field, "is no string");
        }
        return Optional.ofNullable(value.textValue());
    }

    static String required(JsonNode node, String field, String where) {
        return text(node, field, where).orElseThrow(() -> problem(where, field + " is missing"));
    }

    static IllegalArgumentException problem(String where, String what) {
        return new IllegalArgumentException(where + ": " + what);
    }
}
