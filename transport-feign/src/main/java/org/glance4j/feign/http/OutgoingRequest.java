package org.glance4j.feign.http;

import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * What to send, but for origin and token.
 *
 * @param method the HTTP method
 * @param path path and query below the origin's prefix, encoded already
 * @param headers the headers beside {@code Accept} and the token
 * @param body the body; null for none
 * @param data whether it carries or fetches image data
 */
public record OutgoingRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable HttpEntity body,
        boolean data) {

    /** Copies the headers. */
    public OutgoingRequest {
        headers = Map.copyOf(headers);
    }
}
