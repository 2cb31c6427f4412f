package org.glance4j.feign.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** Reads what the identity service says about a token. Source: Identity API v3, token object. */
final class Sessions {
    /** A token is renewed this long before it expires, or after nine tenths of a short life. */
    private static final Duration AHEAD = Duration.ofSeconds(60);

    /** A service that does not say how long a token lives is asked again after this time. */
    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(5);

    private Sessions() {}

    static Session of(KeystoneApi.Issued issued, long nowNanos) {
        JsonNode token = issued.description();
        return new Session(
                issued.token(),
                caller(token),
                catalog(token),
                nowNanos + usable(token).toNanos());
    }

    /** The life is a difference of the service's own times, so that neither clock needs to be right. */
    private static Duration usable(JsonNode token) {
        Duration life = UNKNOWN_LIFE;
        try {
            life = Duration.between(
                    Instant.parse(token.path("issued_at").asText()),
                    Instant.parse(token.path("expires_at").asText()));
        } catch (DateTimeException e) {
            // Absent or in another form: the assumed life holds.
            life = UNKNOWN_LIFE;
        }
        Duration margin = life.dividedBy(10);
        return life.minus(margin.compareTo(AHEAD) < 0 ? margin : AHEAD);
    }

    private static @Nullable Caller caller(JsonNode token) {
        String project = token.path("project").path("id").asText("");
        if (project.isEmpty()) {
            return null;
        }
        Set<Role> roles = new HashSet<>();
        for (JsonNode role : token.path("roles")) {
            roles.add(new Role(role.path("name").asText("")));
        }
        return new Caller(ProjectId.of(project), roles);
    }

    private static List<CatalogEndpoint> catalog(JsonNode token) {
        List<CatalogEndpoint> catalog = new ArrayList<>();
        for (JsonNode service : token.path("catalog")) {
            String type = service.path("type").asText("");
            for (JsonNode endpoint : service.path("endpoints")) {
                String region = endpoint.path("region_id").asText("");
                catalog.add(new CatalogEndpoint(
                        type,
                        endpoint.path("interface").asText(""),
                        region.isEmpty() ? endpoint.path("region").asText("") : region,
                        endpoint.path("url").asText("")));
            }
        }
        return List.copyOf(catalog);
    }
}
