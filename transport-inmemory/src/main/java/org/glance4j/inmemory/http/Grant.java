package org.glance4j.inmemory.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ProjectId;

/**
 * What a token stands for. The token itself is not in it.
 *
 * @param user who asked for it
 * @param project the project it is scoped to; empty for none
 * @param system whether it is scoped to the whole system
 * @param roles the user's roles in that project or in the system, implied ones included
 * @param credential the application credential it comes from; empty for none
 * @param methods how the user proved who it is
 * @param auditIds the ids that tell tokens apart in an audit, the newest first
 * @param issuedAt when it was issued
 * @param expiresAt from when on it is worth nothing
 */
record Grant(
        Seed.User user,
        Optional<Seed.Project> project,
        boolean system,
        Set<String> roles,
        Optional<ApplicationCredential> credential,
        List<String> methods,
        List<String> auditIds,
        Instant issuedAt,
        Instant expiresAt) {

    Grant {
        roles = Set.copyOf(roles);
        methods = List.copyOf(methods);
        auditIds = List.copyOf(auditIds);
    }

    /** Returns the caller that the Image API sees; none for a token without a project. */
    Optional<Caller> caller() {
        return project.map(found -> new Caller(
                ProjectId.of(found.id()), roles.stream().map(Role::new).collect(Collectors.toSet())));
    }

    boolean isScoped() {
        return system || project.isPresent();
    }

    boolean isAdmin() {
        return roles.contains(Role.ADMIN.name());
    }
}
