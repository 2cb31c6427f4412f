package org.glance4j.inmemory.http;

import java.time.Instant;
import java.util.Set;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An application credential: a secret that stands for one user in one project.
 *
 * @param id its id
 * @param name its name, unique to its user
 * @param description what it is for; null where that is not said
 * @param user whose it is
 * @param project the project that its tokens are for
 * @param roles the roles that its tokens have, implied ones included
 * @param secret its secret
 * @param expiresAt from when on it is worth nothing; null for never
 * @param unrestricted whether its tokens may manage application credentials; null where that was not said
 */
record ApplicationCredential(
        String id,
        String name,
        @Nullable String description,
        Seed.User user,
        Seed.Project project,
        Set<String> roles,
        Secret secret,
        @Nullable Instant expiresAt,
        @Nullable Boolean unrestricted) {

    ApplicationCredential {
        roles = Set.copyOf(roles);
    }

    boolean isRestricted() {
        return !Boolean.TRUE.equals(unrestricted);
    }
}
