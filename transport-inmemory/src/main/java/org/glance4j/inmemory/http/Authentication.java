package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what a request for a token is worth. Every failed proof is refused alike, so that none tells which part failed. */
final class Authentication {
    private static final String MALFORMED =
            " The server could not comply with the request since it is either malformed or"
                    + " otherwise incorrect. The client is assumed to be in error.";

    private final Accounts accounts;
    private final Tokens tokens;

    Authentication(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    Grant grant(WireRequest request) throws IOException {
        JsonNode auth = required(body(request), "auth", "request body");
        JsonNode identity = required(auth, "identity", "auth");
        JsonNode methods = required(identity, "methods", "identity");
        if (!methods.isArray() || methods.size() != 1) {
            throw malformed("Expecting to find one method in methods.");
        }
        String method = methods.get(0).asText();
        return switch (method) {
            case "password" -> byPassword(required(identity, method, "identity"), auth);
            case "token" -> byToken(required(identity, method, "identity"), auth);
            default -> throw IdentityApi.unauthorized();
        };
    }

    private static JsonNode body(WireRequest request) throws IOException {
        byte[] bytes = RequestBody.bytes(request);
        if (bytes.length > 0 && !ImageEndpoints.mediaType(request).equals("application/json")) {
            throw malformed("Expecting to find application/json in Content-Type header.");
        }
        try {
            JsonNode body = JsonText.parse(bytes.length == 0 ? new byte[] {'{', '}'} : bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // Said below; the parser's own words would quote the document, which may hold a password.
            throw malformed("Expecting to find valid JSON in request body.");
        }
        throw malformed("Expecting to find valid JSON in request body.");
    }

    private static RefusedRequest malformed(String problem) {
        return RefusedRequest.badRequest(problem + MALFORMED);
    }

    private static JsonNode required(JsonNode parent, String name, String where) {
        JsonNode child = parent.get(name);
        if (child == null || child.isNull()) {
            throw malformed("Expecting to find " + name + " in " + where + ".");
        }
        return child;
    }

    private static Optional<String> text(JsonNode parent, String name) {
        return Optional.ofNullable(parent.path(name).textValue());
    }

    private static boolean inDomain(JsonNode named) {
        JsonNode domain = named.path("domain");
        return Accounts.isDomain(text(domain, "id"), text(domain, "name"));
    }

    private Grant byPassword(JsonNode proof, JsonNode auth) {
        JsonNode named = required(proof, "user", "password");
        String password = text(named, "password").orElseThrow(() -> malformed("Expecting to find password in user."));
        Optional<String> id = text(named, "id");
        Optional<String> name = text(named, "name");
        if (id.isEmpty() && name.isEmpty()) {
            throw malformed("Expecting to find id or name in user.");
        }
        if (id.isEmpty() && !named.has("domain")) {
            throw malformed("Expecting to find domain in user.");
        }
        Seed.User user = (id.isPresent()
                        ? accounts.userById(id.get())
                        : name.filter(any -> inDomain(named)).flatMap(accounts::userByName))
                .filter(found -> accounts.isPassword(found, password))
                .orElseThrow(IdentityApi::unauthorized);
        return scoped(user, auth, List.of("password"), List.of(tokens.auditId()), tokens.endOfLife());
    }

    /** A token gained by a token ends with it. */
    private Grant byToken(JsonNode proof, JsonNode auth) {
        String token = text(proof, "id").orElseThrow(() -> malformed("Expecting to find id in token."));
        Grant old = tokens.find(token).orElseThrow(TokenEndpoints::notFound);
        List<String> methods = new ArrayList<>(old.methods());
        if (!methods.contains("token")) {
            methods.add("token");
        }
        List<String> auditIds =
                List.of(tokens.auditId(), old.auditIds().get(old.auditIds().size() - 1));
        return scoped(old.user(), auth, methods, auditIds, old.expiresAt());
    }

    private Grant scoped(
            Seed.User user, JsonNode auth, List<String> methods, List<String> auditIds, Instant expiresAt) {
        JsonNode scope = auth.path("scope");
        if (scope.isMissingNode() || scope.isNull() || scope.asText().equals("unscoped")) {
            return new Grant(user, Optional.empty(), Set.of(), methods, auditIds, tokens.now(), expiresAt);
        }
        JsonNode named = scope.path("project");
        Optional<String> id = text(named, "id");
        Seed.Project project = (id.isPresent()
                        ? accounts.projectById(id.get())
                        : text(named, "name").filter(any -> inDomain(named)).flatMap(accounts::projectByName))
                .orElseThrow(IdentityApi::unauthorized);
        return scoped(user, project, methods, auditIds, expiresAt).orElseThrow(IdentityApi::unauthorized);
    }

    private Optional<Grant> scoped(
            Seed.User user, Seed.Project project, List<String> methods, List<String> auditIds, Instant expiresAt) {
        Set<String> roles = Accounts.roles(user, project);
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(user, Optional.of(project), roles, methods, auditIds, tokens.now(), expiresAt));
    }

    /** Returns what a user's password would give in a project, without asking for the password. */
    Grant trusted(Seed.User user, Seed.Project project) {
        return scoped(user, project, List.of("password"), List.of(tokens.auditId()), tokens.endOfLife())
                .orElseThrow(() -> new IllegalArgumentException(
                        "user " + user.name() + " has no role in project " + project.name()));
    }
}
