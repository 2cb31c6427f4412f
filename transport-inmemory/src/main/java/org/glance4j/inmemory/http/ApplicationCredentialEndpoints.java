package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A user's application credentials: made by the user alone, seen and removed by an admin as well. Observed on Keystone 22.0.2.
 */
final class ApplicationCredentialEndpoints {
    private final Accounts accounts;
    private final ApplicationCredentials credentials;
    private final Tokens tokens;

    ApplicationCredentialEndpoints(Accounts accounts, ApplicationCredentials credentials, Tokens tokens) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    WireResponse list(Exchange exchange) {
        Seed.User user = user(exchange, "list_application_credentials", true);
        Optional<String> name = exchange.parameter("name");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray("application_credentials");
        credentials.of(user).stream()
                .filter(found -> name.isEmpty() || name.get().equals(found.name()))
                .forEach(found -> array.add(document(found, exchange.base(), null)));
        body.putObject("links")
                .putNull("next")
                .put("self", exchange.base() + exchange.request().target())
                .putNull("previous");
        return WireResponse.json(200, JsonText.write(body));
    }

    WireResponse get(Exchange exchange) {
        Seed.User user = user(exchange, "get_application_credential", true);
        return one(200, document(find(exchange, user), exchange.base(), null));
    }

    WireResponse create(Exchange exchange) throws IOException {
        Seed.User user = user(exchange, "create_application_credential", false);
        Grant grant = exchange.grant().orElseThrow(IdentityApi::unauthorized);
        Seed.Project project =
                grant.project().orElseThrow(() -> IdentityApi.forbidden("create_application_credential"));
        refuseRestricted(grant);
        JsonNode asked =
                IdentityBody.required(IdentityBody.read(exchange.request()), "application_credential", "request body");
        String name = IdentityBody.text(asked, "name")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> RefusedRequest.badRequest("'name' is a required property"));
        Secret secret = IdentityBody.text(asked, "secret").map(Secret::of).orElseGet(tokens::secret);
        ApplicationCredential made = new ApplicationCredential(
                Accounts.idOf("application credential " + tokens.auditId()),
                name,
                IdentityBody.text(asked, "description").orElse(null),
                user,
                project,
                roles(asked.path("roles"), grant.roles()),
                secret,
                expiresAt(asked),
                asked.path("unrestricted").isBoolean()
                        ? asked.path("unrestricted").booleanValue()
                        : null);
        if (!credentials.add(made)) {
            throw new RefusedRequest(
                    409,
                    "Conflict occurred attempting to store application_credential - Duplicate entry found with name "
                            + name + ".");
        }
        return one(201, document(made, exchange.base(), secret));
    }

    WireResponse delete(Exchange exchange) {
        Seed.User user = user(exchange, "delete_application_credential", true);
        refuseRestricted(exchange.grant().orElseThrow(IdentityApi::unauthorized));
        ApplicationCredential found = find(exchange, user);
        credentials.remove(found.id());
        tokens.revokeOf(found);
        return WireResponse.bare(204);
    }

    private Seed.User user(Exchange exchange, String action, boolean adminToo) {
        Grant grant = exchange.grant().orElseThrow(IdentityApi::unauthorized);
        String id = exchange.variables().get(0);
        if (grant.user().id().equals(id)) {
            return grant.user();
        }
        if (!adminToo || !grant.isAdmin()) {
            throw IdentityApi.forbidden(action);
        }
        return accounts.userById(id).orElseThrow(() -> new RefusedRequest(404, "Could not find user: " + id + "."));
    }

    private ApplicationCredential find(Exchange exchange, Seed.User user) {
        String id = exchange.variables().get(1);
        return credentials
                .find(id)
                .filter(found -> found.user().id().equals(user.id()))
                .orElseThrow(() -> notFound(id));
    }

    static RefusedRequest notFound(String id) {
        return new RefusedRequest(404, "Could not find Application Credential: " + id + ".");
    }

    /** The token of a credential makes and removes no credential, unless that was allowed when it was made. */
    private static void refuseRestricted(Grant grant) {
        if (grant.credential().filter(ApplicationCredential::isRestricted).isPresent()) {
            throw RefusedRequest.forbidden("You are not authorized to perform the requested action: Using method"
                    + " 'application_credential' is not allowed for managing additional application credentials..");
        }
    }

    private static Set<String> roles(JsonNode asked, Set<String> own) {
        if (!asked.isArray() || asked.isEmpty()) {
            return own;
        }
        Set<String> roles = new LinkedHashSet<>();
        for (JsonNode role : asked) {
            String name = IdentityBody.text(role, "name")
                    .or(() -> IdentityBody.text(role, "id").flatMap(Accounts::roleById))
                    .orElse("");
            if (own.contains(name)) {
                roles.add(name);
            } else if (List.of(Role.ADMIN.name(), Role.MEMBER.name(), Role.READER.name())
                    .contains(name)) {
                throw RefusedRequest.badRequest(
                        "Invalid application credential: Cannot create an application credential"
                                + " with unassigned role");
            } else {
                throw new RefusedRequest(404, "Role " + name + " is not defined");
            }
        }
        return Accounts.withImplied(roles);
    }

    private @Nullable Instant expiresAt(JsonNode asked) {
        Optional<String> text = IdentityBody.text(asked, "expires_at");
        if (text.isEmpty()) {
            return null;
        }
        Instant end;
        try {
            end = LocalDateTime.parse(text.get().replaceFirst("Z\\z", "")).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw IdentityBody.malformed("Timestamp not in expected format.");
        }
        if (end.isBefore(tokens.now())) {
            throw IdentityBody.malformed("The 'expires_at' must not be before now.");
        }
        return end;
    }

    private static WireResponse one(int status, ObjectNode credential) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("application_credential", credential);
        return WireResponse.json(status, JsonText.write(body));
    }

    /** The secret shows once, when the credential is made. */
    private static ObjectNode document(ApplicationCredential credential, String base, @Nullable Secret secret) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Instant end = credential.expiresAt();
        node.put("id", credential.id())
                .put("name", credential.name())
                .put("description", credential.description())
                .put("user_id", credential.user().id())
                .put("project_id", credential.project().id())
                .putNull("system")
                .put("expires_at", end == null ? null : TokenDocument.withoutZone(end))
                .put("unrestricted", credential.unrestricted());
        ArrayNode roles = node.putArray("roles");
        credential.roles().stream()
                .sorted()
                .forEach(role -> roles.addObject()
                        .put("id", Accounts.roleId(role))
                        .put("name", role)
                        .putNull("domain_id")
                        .putNull("description")
                        .putObject("options")
                        .put("immutable", true));
        if (secret != null) {
            node.put("secret", secret.reveal());
        }
        node.putObject("links").put("self", base + "/identity/v3/application_credentials/" + credential.id());
        return node;
    }
}
