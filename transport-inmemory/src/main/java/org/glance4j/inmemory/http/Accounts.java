package org.glance4j.inmemory.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;

/** Looks up users, projects and roles as Keystone does. Immutable. */
final class Accounts {
    static final String DOMAIN_ID = "default";
    static final String DOMAIN_NAME = "Default";

    private final Seed seed;

    Accounts(Seed seed) {
        this.seed = seed;
    }

    String region() {
        return seed.region();
    }

    /** Returns an id that stands for a name wherever this seed is used, as the catalog's entries and the roles have. */
    static String idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    static boolean isDomain(Optional<String> id, Optional<String> name) {
        return id.filter(DOMAIN_ID::equals).isPresent()
                || (id.isEmpty() && name.filter(DOMAIN_NAME::equals).isPresent());
    }

    Optional<Seed.User> userById(String id) {
        return seed.users().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    Optional<Seed.User> userByName(String name) {
        return seed.users().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    Optional<Seed.Project> home(Seed.User user) {
        return seed.home(user);
    }

    boolean isPassword(Seed.User user, String password) {
        return user.password().equals(Secret.of(password));
    }

    boolean isSecret(Secret secret, String given) {
        return secret.equals(Secret.of(given));
    }

    static String roleId(String role) {
        return idOf("role " + role);
    }

    /** Returns the name of the role with an id. */
    static Optional<String> roleById(String id) {
        return Stream.of(Role.ADMIN, Role.MEMBER, Role.READER)
                .map(Role::name)
                .filter(role -> roleId(role).equals(id))
                .findFirst();
    }

    List<Seed.Project> projects() {
        return seed.projects();
    }

    Optional<Seed.Project> projectById(String id) {
        return seed.projects().stream()
                .filter(project -> project.id().equals(id))
                .findFirst();
    }

    Optional<Seed.Project> projectByName(String name) {
        return seed.projects().stream()
                .filter(project -> project.name().equals(name))
                .findFirst();
    }

    /** Returns a user's roles in a project with those they imply; none where the user has no part in it. */
    static Set<String> roles(Seed.User user, Seed.Project project) {
        return withImplied(user.roles().getOrDefault(project.name(), Set.of()));
    }

    /** Returns roles with those they imply. */
    static Set<String> withImplied(Set<String> given) {
        Set<String> roles = new LinkedHashSet<>(given);
        if (roles.contains(Role.ADMIN.name())) {
            roles.add(Role.MEMBER.name());
        }
        if (roles.contains(Role.MEMBER.name())) {
            roles.add(Role.READER.name());
        }
        return roles;
    }
}
