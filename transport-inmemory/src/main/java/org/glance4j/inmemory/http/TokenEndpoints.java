package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.glance4j.auth.Secret;

/** Issues, shows and revokes tokens. */
final class TokenEndpoints {
    private static final String SUBJECT = "X-Subject-Token";

    private final Authentication authentication;
    private final Tokens tokens;
    private final TokenDocument document;

    TokenEndpoints(Accounts accounts, ApplicationCredentials credentials, Tokens tokens) {
        this.authentication = new Authentication(accounts, credentials, tokens);
        this.tokens = tokens;
        this.document = new TokenDocument(accounts);
    }

    WireResponse issue(Exchange exchange) throws IOException {
        Grant grant = authentication.grant(exchange.request());
        Secret token = tokens.issue(grant);
        return WireResponse.json(201, body(exchange, grant)).with(SUBJECT, token.reveal());
    }

    private byte[] body(Exchange exchange, Grant grant) {
        boolean withCatalog = exchange.target().parameters().stream()
                .noneMatch(parameter -> parameter.name().equals("nocatalog"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("token", document.token(grant, exchange.base(), withCatalog));
        return JsonText.write(body);
    }

    WireResponse show(Exchange exchange) {
        String subject = subject(exchange, "validate_token");
        Grant grant = tokens.find(subject).orElseThrow(TokenEndpoints::notFound);
        return WireResponse.json(200, body(exchange, grant)).with(SUBJECT, subject);
    }

    WireResponse revoke(Exchange exchange) {
        String subject = subject(exchange, "revoke_token");
        if (tokens.find(subject).isEmpty()) {
            throw notFound();
        }
        tokens.revoke(subject);
        return WireResponse.bare(204);
    }

    /** Returns the token in question: one's own, or for an admin anybody's. */
    private String subject(Exchange exchange, String action) {
        Grant asking = exchange.grant().orElseThrow(IdentityApi::unauthorized);
        Optional<String> subject = exchange.request().header(SUBJECT);
        boolean own = subject.isPresent() && subject.equals(exchange.request().header("X-Auth-Token"));
        if (!own && !asking.isAdmin()) {
            throw IdentityApi.forbidden(action);
        }
        return subject.orElseThrow(TokenEndpoints::notFound);
    }

    static RefusedRequest notFound() {
        return new RefusedRequest(404, "Could not find token.");
    }

    WireResponse catalog(Exchange exchange) {
        Grant grant = exchange.grant().orElseThrow(IdentityApi::unauthorized);
        if (!grant.isScoped()) {
            throw IdentityApi.forbidden("get_auth_catalog");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("catalog", document.catalog(exchange.base()));
        body.putObject("links").put("self", exchange.base() + "/identity/v3/auth/catalog");
        return WireResponse.json(200, JsonText.write(body));
    }
}
