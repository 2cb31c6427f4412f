package org.glance4j.inmemory.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes grants for users that have proven who they are. */
final class Grants {
    private final Tokens tokens;

    Grants(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A user whose proof was good.
     *
     * @param user the user
     * @param methods how it proved who it is
     * @param auditIds the ids of the token to come and of the one it comes from
     * @param expiresAt when the token is to end
     */
    record Proven(Seed.User user, List<String> methods, List<String> auditIds, Instant expiresAt) {}

    Proven proven(Seed.User user, String method) {
        return new Proven(user, List.of(method), List.of(tokens.auditId()), tokens.endOfLife());
    }

    Grant unscoped(Proven who) {
        return grant(who, Optional.empty(), Set.of(), false, Optional.empty());
    }

    /** Returns the grant for a project, empty where the user has no role there. */
    Optional<Grant> inProject(Proven who, Seed.Project project) {
        Set<String> roles = Accounts.roles(who.user(), project);
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(grant(who, Optional.of(project), roles, false, Optional.empty()));
    }

    /** Returns the grant for the whole system, empty where the user has no role there. */
    Optional<Grant> inSystem(Proven who) {
        Set<String> roles = Accounts.withImplied(who.user().systemRoles());
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(grant(who, Optional.empty(), roles, true, Optional.empty()));
    }

    /** Returns the grant of an application credential, whose token ends with it at the latest. */
    Grant of(ApplicationCredential credential) {
        Proven who = proven(credential.user(), "application_credential");
        Instant end = credential.expiresAt();
        Proven bounded = end == null || end.isAfter(who.expiresAt())
                ? who
                : new Proven(who.user(), who.methods(), who.auditIds(), end);
        return grant(bounded, Optional.of(credential.project()), credential.roles(), false, Optional.of(credential));
    }

    /** Returns what a user's password would give in a project, without asking for the password. */
    Grant trusted(Seed.User user, Seed.Project project) {
        return inProject(proven(user, "password"), project)
                .orElseThrow(() -> new IllegalArgumentException(
                        "user " + user.name() + " has no role in project " + project.name()));
    }

    private Grant grant(
            Proven who,
            Optional<Seed.Project> project,
            Set<String> roles,
            boolean system,
            Optional<ApplicationCredential> credential) {
        return new Grant(
                who.user(),
                project,
                system,
                roles,
                credential,
                who.methods(),
                who.auditIds(),
                tokens.now(),
                who.expiresAt());
    }
}
