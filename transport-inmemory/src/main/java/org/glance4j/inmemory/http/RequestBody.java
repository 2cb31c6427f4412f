package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/**
 * What Glance thinks of a request's body before it looks at anything else. Source: {@code glance/common/wsgi.py}
 * (JSONRequestDeserializer), 25.1.0.
 */
final class RequestBody {
    /** Documents are small; image data does not pass here. */
    private static final int LONGEST_DOCUMENT = 4 << 20;

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestBody() {}

    static boolean isThere(WireRequest request) {
        if (request.header("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return METHODS_WITH_BODY.contains(request.method());
        }
        return request.header("Content-Length")
                .filter(length -> length.matches("[0-9]+") && !length.matches("0+"))
                .isPresent();
    }

    static void refuse(WireRequest request) {
        if (isThere(request)) {
            throw RefusedRequest.badRequest("A body is not expected with this request.");
        }
    }

    static byte[] bytes(WireRequest request) throws IOException {
        byte[] bytes = request.body().readNBytes(LONGEST_DOCUMENT + 1);
        if (bytes.length > LONGEST_DOCUMENT) {
            throw new RefusedRequest(413, "Request is too large.");
        }
        return bytes;
    }

    /** Returns the array or object that the body holds. */
    static JsonNode read(WireRequest request) throws IOException {
        if (!isThere(request)) {
            throw RefusedRequest.badRequest("Body expected in request.");
        }
        JsonNode tree;
        try {
            tree = JsonText.parse(bytes(request));
        } catch (JsonProcessingException e) {
            throw RefusedRequest.badRequest("Malformed JSON in request body.");
        }
        if (tree.isMissingNode()) {
            throw RefusedRequest.badRequest("Malformed JSON in request body.");
        }
        if (!tree.isContainerNode()) {
            throw RefusedRequest.badRequest("Unexpected body type. Expected list/dict.");
        }
        return tree;
    }
}
