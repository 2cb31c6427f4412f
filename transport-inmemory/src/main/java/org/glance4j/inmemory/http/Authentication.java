package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a request of Identity v3 for a token is worth. Failed proofs are refused alike, so that none tells which part
 * failed. Observed on Keystone 22.0.2.
 */
final class Authentication {
    private static final List<String> SCOPES = List.of("system", "project", "domain", "OS-TRUST:trust", "unscoped");

    private final Accounts accounts;
    private final ApplicationCredentials credentials;
    private final Tokens tokens;
    private final Grants grants;

    Authentication(Accounts accounts, ApplicationCredentials credentials, Tokens tokens) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.tokens = tokens;
        this.grants = new Grants(tokens);
    }

    Grant grant(WireRequest request) throws IOException {
        JsonNode auth = IdentityBody.required(IdentityBody.read(request), "auth", "request body");
        JsonNode identity = IdentityBody.required(auth, "identity", "auth");
        JsonNode methods = IdentityBody.required(identity, "methods", "identity");
        if (!methods.isArray() || methods.size() != 1) {
            throw IdentityBody.malformed("Expecting to find one method in methods.");
        }
        String method = methods.get(0).asText();
        return switch (method) {
            case "password" -> scoped(byPassword(IdentityBody.required(identity, method, "identity")), auth);
            case "token" -> scoped(byToken(IdentityBody.required(identity, method, "identity")), auth);
            case "application_credential" ->
                byApplicationCredential(IdentityBody.required(identity, method, "identity"), auth);
            default -> throw IdentityApi.unauthorized();
        };
    }

    private static boolean inDomain(JsonNode named) {
        JsonNode domain = named.path("domain");
        return Accounts.isDomain(IdentityBody.text(domain, "id"), IdentityBody.text(domain, "name"));
    }

    private Grants.Proven byPassword(JsonNode proof) {
        JsonNode named = IdentityBody.required(proof, "user", "password");
        String password = IdentityBody.text(named, "password")
                .orElseThrow(() -> IdentityBody.malformed("Expecting to find password in user."));
        Seed.User user = user(named)
                .filter(found -> accounts.isPassword(found, password))
                .orElseThrow(IdentityApi::unauthorized);
        return grants.proven(user, "password");
    }

    private Optional<Seed.User> user(JsonNode named) {
        Optional<String> id = IdentityBody.text(named, "id");
        Optional<String> name = IdentityBody.text(named, "name");
        if (id.isEmpty() && name.isEmpty()) {
            throw IdentityBody.malformed("Expecting to find id or name in user.");
        }
        if (id.isEmpty() && !named.has("domain")) {
            throw IdentityBody.malformed("Expecting to find domain in user.");
        }
        return id.isPresent()
                ? accounts.userById(id.get())
                : name.filter(any -> inDomain(named)).flatMap(accounts::userByName);
    }

    /** A token gained by a token ends with it. */
    private Grants.Proven byToken(JsonNode proof) {
        String token = IdentityBody.text(proof, "id")
                .orElseThrow(() -> IdentityBody.malformed("Expecting to find id in token."));
        Grant old = tokens.find(token).orElseThrow(TokenEndpoints::notFound);
        if (old.credential().isPresent()) {
            throw RefusedRequest.forbidden("You are not authorized to perform the requested action: Using a delegated"
                    + " token to create another token is not allowed..");
        }
        List<String> methods = new ArrayList<>(old.methods());
        if (!methods.contains("token")) {
            methods.add("token");
        }
        List<String> auditIds =
                List.of(tokens.auditId(), old.auditIds().get(old.auditIds().size() - 1));
        return new Grants.Proven(old.user(), methods, auditIds, old.expiresAt());
    }

    private Grant byApplicationCredential(JsonNode proof, JsonNode auth) {
        ApplicationCredential credential = credential(proof);
        String secret = IdentityBody.text(proof, "secret").orElse("");
        Instant end = credential.expiresAt();
        boolean expired = end != null && !tokens.now().isBefore(end);
        if (expired || !accounts.isSecret(credential.secret(), secret)) {
            throw IdentityApi.unauthorized();
        }
        if (auth.has("scope")) {
            throw new RefusedRequest(
                    401,
                    "Error authenticating with application credential: Application credentials cannot request a scope.");
        }
        return grants.of(credential);
    }

    private ApplicationCredential credential(JsonNode proof) {
        Optional<String> id = IdentityBody.text(proof, "id");
        if (id.isPresent()) {
            return credentials.find(id.get()).orElseThrow(() -> ApplicationCredentialEndpoints.notFound(id.get()));
        }
        String name = IdentityBody.text(proof, "name")
                .orElseThrow(() -> IdentityBody.malformed("Expecting to find name or ID in application credential."));
        JsonNode user = IdentityBody.required(proof, "user", "application credential");
        return user(user).flatMap(found -> credentials.find(found, name)).orElseThrow(IdentityApi::unauthorized);
    }

    private Grant scoped(Grants.Proven who, JsonNode auth) {
        JsonNode scope = auth.path("scope");
        if (scope.isMissingNode() || scope.isNull() || scope.asText().equals("unscoped")) {
            return grants.unscoped(who);
        }
        List<String> asked = SCOPES.stream().filter(scope::has).toList();
        if (asked.size() != 1) {
            throw IdentityBody.malformed(
                    "Expecting to find system, project, domain, OS-TRUST:trust or unscoped in scope.");
        }
        return switch (asked.get(0)) {
            case "unscoped" -> grants.unscoped(who);
            case "system" -> grants.inSystem(who).orElseThrow(IdentityApi::unauthorized);
            case "project" ->
                project(scope.path("project"))
                        .flatMap(project -> grants.inProject(who, project))
                        .orElseThrow(IdentityApi::unauthorized);
            // Nobody has a role in the domain, and there are no trusts.
            default -> throw IdentityApi.unauthorized();
        };
    }

    private Optional<Seed.Project> project(JsonNode named) {
        Optional<String> id = IdentityBody.text(named, "id");
        return id.isPresent()
                ? accounts.projectById(id.get())
                : IdentityBody.text(named, "name")
                        .filter(any -> inDomain(named))
                        .flatMap(accounts::projectByName);
    }
}
