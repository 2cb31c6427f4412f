package org.glance4j.feign.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the identity service says about a token. What is absent or of another form is taken for nothing.
 *
 * <p>Source: Identity API v3, token object; Identity API v2.0, access object; Rackspace Cloud Identity, {@code RAX-AUTH}
 * extension.
 */
final class Sessions {
    private Sessions() {}

    static Session of(Issued issued, long nowNanos) {
        return issued.version() == IdentityVersion.V2 ? v2(issued, nowNanos) : v3(issued, nowNanos);
    }

    // ---- Identity v3

    private static Session v3(Issued issued, long nowNanos) {
        JsonNode token = issued.description();
        TokenLife life = TokenLife.between(text(token, "issued_at"), issued.date(), text(token, "expires_at"));
        String project = token.path("project").path("id").asText("");
        return new Session(
                issued.token(),
                caller(project, names(token.path("roles"))),
                v3Catalog(token.path("catalog")),
                null,
                nowNanos + life.renewAfterNanos());
    }

    private static List<CatalogEndpoint> v3Catalog(JsonNode services) {
        List<CatalogEndpoint> catalog = new ArrayList<>();
        for (JsonNode service : services) {
            for (JsonNode endpoint : service.path("endpoints")) {
                String region = text(endpoint, "region_id");
                catalog.add(new CatalogEndpoint(
                        text(service, "type"),
                        text(service, "name"),
                        text(endpoint, "interface"),
                        region.isEmpty() ? text(endpoint, "region") : region,
                        text(endpoint, "url")));
            }
        }
        return catalog;
    }

    // ---- Identity v2.0

    private static Session v2(Issued issued, long nowNanos) {
        JsonNode access = issued.description();
        JsonNode token = access.path("token");
        TokenLife life = TokenLife.between(text(token, "issued_at"), issued.date(), text(token, "expires"));
        String tenant = token.path("tenant").path("id").asText("");
        List<JsonNode> roles = new ArrayList<>();
        for (JsonNode role : access.path("user").path("roles")) {
            // Rackspace lists the roles in the user's other tenants as well.
            String of = text(role, "tenantId");
            if (of.isEmpty() || of.equals(tenant)) {
                roles.add(role);
            }
        }
        String region = text(access.path("user"), "RAX-AUTH:defaultRegion");
        return new Session(
                issued.token(),
                caller(tenant, names(roles)),
                v2Catalog(access.path("serviceCatalog")),
                region.isEmpty() ? null : region,
                nowNanos + life.renewAfterNanos());
    }

    private static List<CatalogEndpoint> v2Catalog(JsonNode services) {
        List<CatalogEndpoint> catalog = new ArrayList<>();
        for (JsonNode service : services) {
            for (JsonNode endpoint : service.path("endpoints")) {
                for (Map.Entry<String, JsonNode> field : endpoint.properties()) {
                    if (field.getKey().endsWith("URL") && field.getValue().isTextual()) {
                        catalog.add(new CatalogEndpoint(
                                text(service, "type"),
                                text(service, "name"),
                                field.getKey()
                                        .substring(0, field.getKey().length() - 3)
                                        .toLowerCase(Locale.ROOT),
                                text(endpoint, "region"),
                                field.getValue().textValue()));
                    }
                }
            }
        }
        return catalog;
    }

    // ---- what both have in common

    private static @Nullable Caller caller(String project, Set<Role> roles) {
        return project.isEmpty() ? null : new Caller(ProjectId.of(project), roles);
    }

    private static Set<Role> names(Iterable<JsonNode> roles) {
        Set<Role> names = new HashSet<>();
        for (JsonNode role : roles) {
            String name = text(role, "name");
            if (!name.isEmpty()) {
                names.add(new Role(name));
            }
        }
        return names;
    }

    private static String text(JsonNode parent, String name) {
        return parent.path(name).asText("");
    }
}
