package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.glance4j.auth.Secret;

/** Issues tokens as Identity v2.0 does: the token stands in the body. */
final class V2TokenEndpoints {
    private final V2Authentication authentication;
    private final Tokens tokens;
    private final V2TokenDocument document;

    V2TokenEndpoints(Accounts accounts, Tokens tokens) {
        this.authentication = new V2Authentication(accounts, tokens);
        this.tokens = tokens;
        this.document = new V2TokenDocument(accounts);
    }

    WireResponse issue(Exchange exchange) throws IOException {
        JsonNode auth = V2Authentication.auth(exchange.request());
        if (!V2Authentication.isRackspace(auth)) {
            Grant grant = authentication.grant(auth);
            return WireResponse.json(200, document.keystone(grant, tokens.issue(grant), exchange.base()));
        }
        try {
            Grant grant = authentication.grant(auth);
            Secret token = tokens.issue(grant);
            return WireResponse.json(200, document.rackspace(grant, token, exchange.base()));
        } catch (RefusedRequest refused) {
            return rackspaceRefusal(refused);
        }
    }

    /** Rackspace names a refusal after its kind, and has no words of Keystone's. */
    private static WireResponse rackspaceRefusal(RefusedRequest refused) {
        boolean unauthorized = refused.status() == 401;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject(unauthorized ? "unauthorized" : "badRequest")
                .put("code", refused.status())
                .put(
                        "message",
                        unauthorized ? "Unable to authenticate user with credentials provided." : refused.text());
        return WireResponse.json(refused.status(), JsonText.write(body));
    }
}
