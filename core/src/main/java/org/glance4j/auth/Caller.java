package org.glance4j.auth;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.glance4j.model.ProjectId;

/**
 * The project and roles behind a request; what a token stands for.
 *
 * @param project the project the token is scoped to
 * @param roles the roles in it
 */
public record Caller(ProjectId project, Set<Role> roles) {

    /** Copies the roles. */
    public Caller {
        requireNonNull(project, "project");
        roles = Set.copyOf(roles);
    }

    /**
     * Returns an ordinary caller of a project: one with the role {@code member}, which implies {@code reader}.
     *
     * @param project the project
     * @return the caller
     */
    public static Caller of(ProjectId project) {
        return new Caller(project, Set.of(Role.MEMBER, Role.READER));
    }

    /**
     * Returns a caller of a project with the role {@code admin} and those it implies.
     *
     * @param project the project
     * @return the caller
     */
    public static Caller admin(ProjectId project) {
        return new Caller(project, Set.of(Role.ADMIN, Role.MEMBER, Role.READER));
    }

    /**
     * Returns whether the caller holds the role {@code admin}.
     *
     * @return true for an admin
     */
    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }
}
