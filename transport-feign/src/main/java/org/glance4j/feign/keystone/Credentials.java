package org.glance4j.feign.keystone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a token is asked with. Source: Identity API v3, password and token authentication with scoped authorization.
 *
 * @param user who asks; null where a token is given
 * @param password the user's password; null where a token is given
 * @param token a token to ask with; null where a password is given
 * @param project the project that the new token is for; null for none
 */
public record Credentials(
        @Nullable Named user,
        @Nullable Secret password,
        @Nullable Secret token,
        @Nullable Named project) {

    /**
     * A user or project, by id or by name within a domain.
     *
     * @param id the id; null where there is a name
     * @param name the name; null where there is an id
     * @param domainId the domain's id; null where there is an id or a domain name
     * @param domainName the domain's name; null where there is an id or a domain id
     */
    public record Named(
            @Nullable String id,
            @Nullable String name,
            @Nullable String domainId,
            @Nullable String domainName) {

        private Map<String, Object> form() {
            if (id != null) {
                return Map.of("id", id);
            }
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("name", String.valueOf(name));
            form.put("domain", domainId != null ? Map.of("id", domainId) : Map.of("name", String.valueOf(domainName)));
            return form;
        }
    }

    /** Returns the body of the request. */
    Map<String, Object> form() {
        Map<String, Object> identity = new LinkedHashMap<>();
        if (token != null) {
            identity.put("methods", List.of("token"));
            identity.put("token", Map.of("id", token.reveal()));
        } else if (user != null && password != null) {
            Map<String, Object> who = new LinkedHashMap<>(user.form());
            who.put("password", password.reveal());
            identity.put("methods", List.of("password"));
            identity.put("password", Map.of("user", who));
        }
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("identity", identity);
        if (project != null) {
            auth.put("scope", Map.of("project", project.form()));
        }
        return Map.of("auth", auth);
    }
}
