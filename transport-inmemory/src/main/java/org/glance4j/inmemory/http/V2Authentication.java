package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a request of Identity v2.0 for a token is worth. An API key is Rackspace's, and gives a token for the user's own
 * tenant where none is named; a password or a token gives one for no tenant then.
 *
 * <p>Source: Identity API v2.0, tokens; Rackspace Cloud Identity v2.0, token operations.
 */
final class V2Authentication {
    private static final String PASSWORD = "passwordCredentials";
    private static final String API_KEY = "RAX-KSKEY:apiKeyCredentials";
    private static final String TOKEN = "token";

    private final Accounts accounts;
    private final Tokens tokens;
    private final Grants grants;

    V2Authentication(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.grants = new Grants(tokens);
    }

    /** Returns whether a request is one that only Rackspace understands. */
    static boolean isRackspace(JsonNode auth) {
        return auth.has(API_KEY);
    }

    /** Returns what a body asks with. */
    static JsonNode auth(WireRequest request) throws IOException {
        return IdentityBody.required(IdentityBody.read(request), "auth", "request body");
    }

    Grant grant(JsonNode auth) {
        List<String> proofs =
                List.of(PASSWORD, API_KEY, TOKEN).stream().filter(auth::has).toList();
        if (proofs.size() != 1) {
            throw IdentityBody.malformed("Expecting to find passwordCredentials or token in auth.");
        }
        JsonNode proof = auth.path(proofs.get(0));
        return switch (proofs.get(0)) {
            case PASSWORD -> scoped(byPassword(proof), auth);
            case API_KEY -> scoped(byApiKey(proof), auth);
            default -> scoped(byToken(proof), auth);
        };
    }

    private Grants.Proven byPassword(JsonNode proof) {
        String password = IdentityBody.text(proof, "password")
                .orElseThrow(() -> IdentityBody.malformed("Expecting to find password in passwordCredentials."));
        Seed.User user = user(proof, PASSWORD)
                .filter(found -> accounts.isPassword(found, password))
                .orElseThrow(IdentityApi::unauthorized);
        return grants.proven(user, "password");
    }

    private Grants.Proven byApiKey(JsonNode proof) {
        String key = IdentityBody.text(proof, "apiKey")
                .orElseThrow(() -> IdentityBody.malformed("Expecting to find apiKey in " + API_KEY + "."));
        Seed.User user = user(proof, API_KEY)
                .filter(found -> accounts.isSecret(found.apiKey(), key))
                .orElseThrow(IdentityApi::unauthorized);
        return grants.proven(user, "apiKey");
    }

    private Optional<Seed.User> user(JsonNode proof, String where) {
        Optional<String> id = IdentityBody.text(proof, "userId");
        Optional<String> name = IdentityBody.text(proof, "username");
        if (id.isEmpty() && name.isEmpty()) {
            throw IdentityBody.malformed("Expecting to find username or userId in " + where + ".");
        }
        return id.isPresent() ? accounts.userById(id.get()) : name.flatMap(accounts::userByName);
    }

    private Grants.Proven byToken(JsonNode proof) {
        String token = IdentityBody.text(proof, "id")
                .orElseThrow(() -> IdentityBody.malformed("Expecting to find id in token."));
        Grant old = tokens.find(token).orElseThrow(IdentityApi::unauthorized);
        if (old.credential().isPresent()) {
            throw IdentityApi.unauthorized();
        }
        return new Grants.Proven(old.user(), List.of("token"), List.of(tokens.auditId()), old.expiresAt());
    }

    private Grant scoped(Grants.Proven who, JsonNode auth) {
        Optional<String> id = IdentityBody.text(auth, "tenantId");
        Optional<String> name = IdentityBody.text(auth, "tenantName");
        if (id.isPresent() && name.isPresent()) {
            throw IdentityBody.malformed("Expecting to find tenantId or tenantName in auth, not both.");
        }
        Optional<Seed.Project> project = id.isPresent()
                ? accounts.projectById(id.get())
                : name.isPresent() ? accounts.projectByName(name.get()) : Optional.empty();
        if (id.isEmpty() && name.isEmpty()) {
            if (!isRackspace(auth)) {
                return grants.unscoped(who);
            }
            project = accounts.home(who.user());
        }
        return project.flatMap(found -> grants.inProject(who, found)).orElseThrow(IdentityApi::unauthorized);
    }
}
