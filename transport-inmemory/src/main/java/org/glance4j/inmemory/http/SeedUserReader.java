package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;

/** Reads a seed's users, and adds the projects that they name. */
final class SeedUserReader {
    private static final List<String> STANDARD_USERS = List.of("admin", "producer", "consumer", "bystander");

    private final Supplier<String> ids;
    private final Map<String, Seed.Project> projects;

    SeedUserReader(Supplier<String> ids, Map<String, Seed.Project> projects) {
        this.ids = ids;
        this.projects = projects;
    }

    List<Seed.User> read(JsonNode seed) {
        Map<String, Seed.User> users = new LinkedHashMap<>();
        if (!seed.has("users")) {
            STANDARD_USERS.forEach(name -> users.put(name, user(name, JsonNodeFactory.instance.objectNode(), "users")));
        }
        for (JsonNode user : SeedReader.list(seed, "users")) {
            String where = "users[" + users.size() + "]";
            SeedReader.known(
                    user,
                    where,
                    Set.of("id", "name", "password", "api_key", "roles", "system_roles", "application_credentials"));
            String name = SeedReader.required(user, "name", where);
            if (users.containsKey(name)) {
                throw SeedReader.problem(where, "the name " + name + " is taken");
            }
            users.put(name, user(name, user, where));
        }
        return List.copyOf(users.values());
    }

    private Seed.User user(String name, JsonNode user, String where) {
        Map<String, Set<String>> roles = roles(user, where);
        boolean admin = name.equals(Role.ADMIN.name());
        if (roles.isEmpty()) {
            roles = Map.of(name, Set.of(admin ? Role.ADMIN.name() : Role.MEMBER.name()));
        }
        roles.keySet().forEach(project -> projects.computeIfAbsent(project, key -> new Seed.Project(ids.get(), key)));
        Set<String> systemRoles = admin && !user.has("system_roles")
                ? Set.of(Role.ADMIN.name())
                : names(SeedReader.list(user, "system_roles"), where + ".system_roles");
        return new Seed.User(
                SeedReader.text(user, "id", where).orElseGet(ids),
                name,
                Secret.of(SeedReader.text(user, "password", where).orElse(name + "-password")),
                Secret.of(SeedReader.text(user, "api_key", where).orElse(name + "-api-key")),
                roles,
                systemRoles,
                credentials(user, name, roles, where));
    }

    private static Map<String, Set<String>> roles(JsonNode user, String where) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        user.path("roles").properties().forEach(entry -> {
            Set<String> names = names(entry.getValue(), where + ".roles");
            if (names.isEmpty()) {
                throw SeedReader.problem(where + ".roles", entry.getKey() + " wants a list of roles");
            }
            roles.put(entry.getKey(), names);
        });
        return roles;
    }

    private static Set<String> names(JsonNode list, String where) {
        Set<String> names = new TreeSet<>();
        for (JsonNode name : list) {
            if (!name.isTextual()) {
                throw SeedReader.problem(where, "a role is a string");
            }
            names.add(new Role(name.textValue()).name());
        }
        return names;
    }

    private List<Seed.ApplicationCredential> credentials(
            JsonNode user, String userName, Map<String, Set<String>> roles, String userWhere) {
        List<Seed.ApplicationCredential> credentials = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (JsonNode credential : SeedReader.list(user, "application_credentials")) {
            String where = userWhere + ".application_credentials[" + credentials.size() + "]";
            SeedReader.known(
                    credential,
                    where,
                    Set.of("id", "name", "secret", "project", "roles", "unrestricted", "expires_at"));
            String name = SeedReader.required(credential, "name", where);
            if (!taken.add(name)) {
                throw SeedReader.problem(where, "the name " + name + " is taken");
            }
            String project = SeedReader.text(credential, "project", where)
                    .orElse(
                            roles.containsKey(userName)
                                    ? userName
                                    : roles.keySet().iterator().next());
            Set<String> own = Accounts.withImplied(roles.getOrDefault(project, Set.of()));
            Set<String> asked = names(SeedReader.list(credential, "roles"), where + ".roles");
            if (own.isEmpty() || !own.containsAll(asked)) {
                throw SeedReader.problem(where, "the user has no such role in project " + project);
            }
            credentials.add(new Seed.ApplicationCredential(
                    SeedReader.text(credential, "id", where).orElseGet(ids),
                    name,
                    Secret.of(SeedReader.text(credential, "secret", where).orElse(name + "-secret")),
                    project,
                    asked.isEmpty() ? own : asked,
                    unrestricted(credential, where),
                    SeedReader.time(credential, "expires_at", where)));
        }
        return credentials;
    }

    private static boolean unrestricted(JsonNode credential, String where) {
        JsonNode value = credential.path("unrestricted");
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw SeedReader.problem(where + ".unrestricted", "is neither true nor false");
        }
        return value.booleanValue();
    }
}
