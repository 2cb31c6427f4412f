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
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/** Reads seeds. What it does not know it refuses, so that a slip of the pen is not passed over. */
final class SeedReader {
    private static final List<String> STANDARD_USERS = List.of("admin", "producer", "consumer", "bystander");

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
        List<Seed.User> users = users(tree);
        List<Seed.Image> images = new ArrayList<>();
        for (JsonNode image : list(tree, "images")) {
            images.add(SeedImageReader.read(image, "images[" + images.size() + "]", this::projectId));
        }
        return new Seed(
                text(tree, "region", "the seed").orElse("RegionOne"),
                createdAt(tree),
                List.copyOf(projects.values()),
                users,
                images);
    }

    private List<Seed.User> users(JsonNode tree) {
        Map<String, Seed.User> users = new LinkedHashMap<>();
        if (!tree.has("users")) {
            STANDARD_USERS.forEach(name -> users.put(name, user(name, Optional.empty(), Optional.empty(), Map.of())));
        }
        for (JsonNode user : list(tree, "users")) {
            String where = "users[" + users.size() + "]";
            known(user, where, Set.of("id", "name", "password", "roles"));
            String name = required(user, "name", where);
            if (users.containsKey(name)) {
                throw problem(where, "the name " + name + " is taken");
            }
            users.put(name, user(name, text(user, "id", where), text(user, "password", where), roles(user, where)));
        }
        return List.copyOf(users.values());
    }

    private Seed.User user(
            String name, Optional<String> id, Optional<String> password, Map<String, Set<String>> given) {
        Map<String, Set<String>> roles = given;
        if (roles.isEmpty()) {
            Role role = name.equals(Role.ADMIN.name()) ? Role.ADMIN : Role.MEMBER;
            roles = Map.of(name, Set.of(role.name()));
        }
        roles.keySet().forEach(project -> projects.computeIfAbsent(project, key -> new Seed.Project(ids.get(), key)));
        return new Seed.User(id.orElseGet(ids), name, Secret.of(password.orElse(name + "-password")), roles);
    }

    private static Map<String, Set<String>> roles(JsonNode user, String where) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        user.path("roles").properties().forEach(entry -> {
            Set<String> names = new TreeSet<>();
            for (JsonNode name : entry.getValue()) {
                if (!name.isTextual()) {
                    throw problem(where + ".roles", "a role is a string");
                }
                names.add(new Role(name.textValue()).name());
            }
            if (names.isEmpty()) {
                throw problem(where + ".roles", entry.getKey() + " wants a list of roles");
            }
            roles.put(entry.getKey(), names);
        });
        return roles;
    }

    /** Returns the id behind a project's name; what is no project's name is an id. */
    private String projectId(String nameOrId) {
        Seed.Project project = projects.get(nameOrId);
        return project == null ? nameOrId : project.id();
    }

    private static @Nullable Instant createdAt(JsonNode tree) {
        Optional<String> text = text(tree, "created_at", "the seed");
        try {
            return text.map(Instant::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the seed: created_at is no time such as 2014-03-31T19:16:04Z", e);
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
