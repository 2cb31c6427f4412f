package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.glance4j.auth.Secret;

/**
 * A token and its catalog as Identity v2.0 writes them, in Keystone's shape and in Rackspace's.
 *
 * <p>Source: Identity API v2.0, authenticate; Rackspace Cloud Identity v2.0, annotated authentication response.
 */
final class V2TokenDocument {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000000'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Accounts accounts;

    V2TokenDocument(Accounts accounts) {
        this.accounts = accounts;
    }

    byte[] keystone(Grant grant, Secret token, String base) {
        ObjectNode access = JsonNodeFactory.instance.objectNode();
        ObjectNode issued = access.putObject("token");
        issued.put("issued_at", MICROS.format(grant.issuedAt()))
                .put("expires", seconds(grant.expiresAt()))
                .put("id", token.reveal());
        grant.project()
                .ifPresent(project -> issued.putObject("tenant")
                        .put("description", "")
                        .put("enabled", true)
                        .put("id", project.id())
                        .put("name", project.name()));
        ArrayNode auditIds = issued.putArray("audit_ids");
        grant.auditIds().forEach(auditIds::add);
        ArrayNode catalog = access.putArray("serviceCatalog");
        if (grant.project().isPresent()) {
            service(catalog, "identity", "keystone", base + "/identity/v2.0");
            service(catalog, "image", "glance", base);
        }
        ObjectNode user = access.putObject("user");
        user.put("username", grant.user().name()).putArray("roles_links");
        user.put("id", grant.user().id());
        ArrayNode roles = user.putArray("roles");
        ObjectNode metadata = access.putObject("metadata");
        metadata.put("is_admin", 0);
        ArrayNode roleIds = metadata.putArray("roles");
        grant.roles().stream().sorted().forEach(role -> {
            roles.addObject().put("name", role);
            roleIds.add(Accounts.roleId(role));
        });
        user.put("name", grant.user().name());
        return body(access);
    }

    private void service(ArrayNode catalog, String type, String name, String url) {
        ObjectNode service = catalog.addObject();
        service.putArray("endpoints")
                .addObject()
                .put("adminURL", url)
                .put("region", accounts.region())
                .put("internalURL", url)
                .put("id", Accounts.idOf("endpoint " + type))
                .put("publicURL", url);
        service.putArray("endpoints_links");
        service.put("type", type).put("name", name);
    }

    byte[] rackspace(Grant grant, Secret token, String base) {
        Seed.Project tenant = grant.project().orElseThrow();
        ObjectNode access = JsonNodeFactory.instance.objectNode();
        ArrayNode catalog = access.putArray("serviceCatalog");
        ObjectNode service = catalog.addObject();
        service.putArray("endpoints")
                .addObject()
                .put("region", accounts.region())
                .put("tenantId", tenant.id())
                .put("publicURL", base + "/v2");
        service.put("name", "cloudImages").put("type", "image");
        ObjectNode user = access.putObject("user");
        user.put("RAX-AUTH:defaultRegion", accounts.region());
        ArrayNode roles = user.putArray("roles");
        grant.roles().stream()
                .sorted()
                .forEach(role -> roles.addObject()
                        .put("name", role)
                        .put("description", "")
                        .put("id", Accounts.roleId(role))
                        .put("tenantId", tenant.id()));
        user.put("name", grant.user().name()).put("id", grant.user().id());
        ObjectNode issued = access.putObject("token");
        issued.put("expires", MILLIS.format(grant.expiresAt()));
        issued.putArray("RAX-AUTH:authenticatedBy").add("APIKEY");
        issued.put("id", token.reveal());
        issued.putObject("tenant").put("name", tenant.name()).put("id", tenant.id());
        return body(access);
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static byte[] body(ObjectNode access) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("access", access);
        return JsonText.write(body);
    }
}
