package org.glance4j.feign.keystone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What Identity v2.0 is asked with. Source: Identity API v2.0, tokens; Rackspace Cloud Identity, {@code RAX-KSKEY} extension.
 *
 * @param proof who asks
 * @param tenantId the project's id; null where there is a name, or none
 * @param tenantName the project's name; null where there is an id, or none
 */
public record V2Credentials(
        Proof proof, @Nullable String tenantId, @Nullable String tenantName) implements Credentials {

    /** How one proves who one is. */
    public sealed interface Proof {

        /** Returns the key it stands under. */
        String key();

        /** Returns what stands there, secrets included. */
        Map<String, Object> form();
    }

    /**
     * A password.
     *
     * @param user who asks, by id or by name; there are no domains
     * @param password the user's password
     */
    public record Password(Named user, Secret password) implements Proof {
        @Override
        public String key() {
            return "passwordCredentials";
        }

        @Override
        public Map<String, Object> form() {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put(
                    user.id() != null ? "userId" : "username",
                    String.valueOf(user.id() != null ? user.id() : user.name()));
            form.put("password", password.reveal());
            return form;
        }
    }

    /**
     * A token.
     *
     * @param token the token
     */
    public record Token(Secret token) implements Proof {
        @Override
        public String key() {
            return "token";
        }

        @Override
        public Map<String, Object> form() {
            return Map.of("id", token.reveal());
        }
    }

    /**
     * A Rackspace API key.
     *
     * @param username the user's name
     * @param apiKey the key
     */
    public record ApiKey(String username, Secret apiKey) implements Proof {
        @Override
        public String key() {
            return "RAX-KSKEY:apiKeyCredentials";
        }

        @Override
        public Map<String, Object> form() {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("username", username);
            form.put("apiKey", apiKey.reveal());
            return form;
        }
    }

    @Override
    public IdentityVersion version() {
        return IdentityVersion.V2;
    }

    @Override
    public boolean forProject() {
        return true;
    }

    @Override
    public Map<String, Object> form() {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put(proof.key(), proof.form());
        if (tenantId != null) {
            auth.put("tenantId", tenantId);
        } else if (tenantName != null) {
            auth.put("tenantName", tenantName);
        }
        return Map.of("auth", auth);
    }
}
