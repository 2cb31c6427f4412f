package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A token's description and the catalog, as Keystone writes them. */
final class TokenDocument {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000000Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000000'").withZone(ZoneOffset.UTC);

    private final Accounts accounts;

    TokenDocument(Accounts accounts) {
        this.accounts = accounts;
    }

    ObjectNode token(Grant grant, String base, boolean withCatalog) {
        ObjectNode token = JsonNodeFactory.instance.objectNode();
        ArrayNode methods = token.putArray("methods");
        grant.methods().forEach(methods::add);
        ObjectNode user = token.putObject("user");
        user.set("domain", domain());
        user.put("id", grant.user().id()).put("name", grant.user().name()).putNull("password_expires_at");
        ArrayNode auditIds = token.putArray("audit_ids");
        grant.auditIds().forEach(auditIds::add);
        token.put("expires_at", expiresAt(grant));
        token.put("issued_at", time(grant.issuedAt()));
        grant.project().ifPresent(project -> {
            ObjectNode scope = token.putObject("project");
            scope.set("domain", domain());
            scope.put("id", project.id()).put("name", project.name());
            token.put("is_domain", false);
        });
        if (grant.system()) {
            token.putObject("system").put("all", true);
        }
        if (grant.isScoped()) {
            ArrayNode roles = token.putArray("roles");
            grant.roles().stream()
                    .sorted()
                    .forEach(role ->
                            roles.addObject().put("id", Accounts.roleId(role)).put("name", role));
            if (withCatalog) {
                token.set("catalog", catalog(base));
            }
        }
        grant.credential()
                .ifPresent(credential -> token.putObject("application_credential")
                        .put("id", credential.id())
                        .put("name", credential.name())
                        .put("restricted", credential.isRestricted()));
        return token;
    }

    /** The end of an application credential, where it is the token's, has neither fraction nor zone. */
    private static String expiresAt(Grant grant) {
        boolean credentials = grant.credential()
                .filter(found -> grant.expiresAt().equals(found.expiresAt()))
                .isPresent();
        return credentials ? SECONDS.format(grant.expiresAt()) : time(grant.expiresAt());
    }

    static String withoutZone(Instant instant) {
        return MICROS.format(instant);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static ObjectNode domain() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Accounts.DOMAIN_ID)
                .put("name", Accounts.DOMAIN_NAME);
    }

    ArrayNode catalog(String base) {
        ArrayNode catalog = JsonNodeFactory.instance.arrayNode();
        service(catalog, "identity", "keystone", base + "/identity/v3");
        service(catalog, "image", "glance", base);
        return catalog;
    }

    private void service(ArrayNode catalog, String type, String name, String url) {
        ObjectNode service = catalog.addObject();
        ArrayNode endpoints = service.putArray("endpoints");
        for (String door : List.of("public", "internal", "admin")) {
            endpoints
                    .addObject()
                    .put("id", Accounts.idOf("endpoint " + type + " " + door))
                    .put("interface", door)
                    .put("region_id", accounts.region())
                    .put("url", url)
                    .put("region", accounts.region());
        }
        service.put("id", Accounts.idOf("service " + type)).put("type", type).put("name", name);
    }
}
