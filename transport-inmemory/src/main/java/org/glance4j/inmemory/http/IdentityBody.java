package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** What Keystone thinks of a request's body, and how it says so. */
final class IdentityBody {
    private static final String MALFORMED =
            " The server could not comply with the request since it is either malformed or"
                    + " otherwise incorrect. The client is assumed to be in error.";

    private IdentityBody() {}

    /** Returns the object that the body holds. */
    static JsonNode read(WireRequest request) throws IOException {
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

    static RefusedRequest malformed(String problem) {
        return RefusedRequest.badRequest(problem + MALFORMED);
    }

    static JsonNode required(JsonNode parent, String name, String where) {
        JsonNode child = parent.get(name);
        if (child == null || child.isNull()) {
            throw malformed("Expecting to find " + name + " in " + where + ".");
        }
        return child;
    }

    static Optional<String> text(JsonNode parent, String name) {
        return Optional.ofNullable(parent.path(name).textValue());
    }
}
