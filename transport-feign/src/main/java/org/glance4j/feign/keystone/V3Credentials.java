package org.glance4j.feign.keystone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What Identity v3 is asked with. Source: Identity API v3, authentication and token management.
 *
 * @param proof who asks
 * @param scope what the token is for
 */
public record V3Credentials(Proof proof, Scope scope) implements Credentials {

    /** How one proves who one is. */
    public sealed interface Proof {

        /** Returns the method's word. */
        String method();

        /** Returns what the method wants, secrets included. */
        Map<String, Object> form();
    }

    /**
     * A password.
     *
     * @param user who asks
     * @param password the user's password
     */
    public record Password(Named user, Secret password) implements Proof {
        @Override
        public String method() {
            return "password";
        }

        @Override
        public Map<String, Object> form() {
            Map<String, Object> who = new LinkedHashMap<>(user.form());
            who.put("password", password.reveal());
            return Map.of("user", who);
        }
    }

    /**
     * A token, which ends the new one when it ends itself.
     *
     * @param token the token
     */
    public record Token(Secret token) implements Proof {
        @Override
        public String method() {
            return "token";
        }

        @Override
        public Map<String, Object> form() {
            return Map.of("id", token.reveal());
        }
    }

    /**
     * An application credential, by id or by a name that is its user's.
     *
     * @param id the credential's id; null where there is a name
     * @param name the credential's name; null where there is an id
     * @param user whose it is; null where there is an id
     * @param secret its secret
     */
    public record ApplicationCredential(
            @Nullable String id,
            @Nullable String name,
            @Nullable Named user,
            Secret secret) implements Proof {
        @Override
        public String method() {
            return "application_credential";
        }

        @Override
        public Map<String, Object> form() {
            Map<String, Object> form = new LinkedHashMap<>();
            if (id != null) {
                form.put("id", id);
            } else if (user != null) {
                form.put("name", String.valueOf(name));
                form.put("user", user.form());
            }
            form.put("secret", secret.reveal());
            return form;
        }
    }

    /** What a token is for. */
    public sealed interface Scope {

        /** Returns the scope as it stands in a request; null where a request has none. */
        @Nullable
        Map<String, Object> form();
    }

    /**
     * A project.
     *
     * @param project the project
     */
    public record Project(Named project) implements Scope {
        @Override
        public Map<String, Object> form() {
            return Map.of("project", project.form());
        }
    }

    /**
     * A domain.
     *
     * @param domain the domain, by id or name
     */
    public record Domain(Named domain) implements Scope {
        @Override
        public Map<String, Object> form() {
            return Map.of("domain", domain.form());
        }
    }

    /** The whole system. */
    public record TheSystem() implements Scope {
        @Override
        public Map<String, Object> form() {
            return Map.of("system", Map.of("all", true));
        }
    }

    /** What the identity service takes by itself: an application credential's project, or the user's default one. */
    public record Unsaid() implements Scope {
        @Override
        public @Nullable Map<String, Object> form() {
            return null;
        }
    }

    @Override
    public IdentityVersion version() {
        return IdentityVersion.V3;
    }

    @Override
    public boolean forProject() {
        return scope instanceof Project || scope instanceof Unsaid;
    }

    @Override
    public Map<String, Object> form() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("methods", List.of(proof.method()));
        identity.put(proof.method(), proof.form());
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("identity", identity);
        Map<String, Object> asked = scope.form();
        if (asked != null) {
            auth.put("scope", asked);
        }
        return Map.of("auth", auth);
    }
}
