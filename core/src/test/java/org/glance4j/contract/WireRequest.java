package org.glance4j.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands on the wire, for what the port cannot say.
 *
 * @param method the HTTP method
 * @param target the path with its query, percent-encoded, from {@code /v2} on
 * @param headers the headers besides those of the connection and the token
 * @param body the body; null for none
 */
public record WireRequest(
        String method,
        String target,
        Map<String, String> headers,
        @Nullable String body) {

    /**
     * Returns a request that asks for JSON and has no body.
     *
     * @param method the HTTP method
     * @param target the path with its query
     * @return the request
     */
    public static WireRequest of(String method, String target) {
        return new WireRequest(method, target, Map.of("Accept", "application/json"), null);
    }

    /**
     * Returns this request with another header.
     *
     * @param name the header's name
     * @param value its value
     * @return the request
     */
    public WireRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireRequest(method, target, more, body);
    }

    /**
     * Returns this request with a body.
     *
     * @param contentType the body's media type
     * @param text the body
     * @return the request
     */
    public WireRequest body(String contentType, String text) {
        WireRequest typed = header("Content-Type", contentType);
        return new WireRequest(method, target, typed.headers, text);
    }

    /**
     * Returns this request with a JSON body.
     *
     * @param text the body
     * @return the request
     */
    public WireRequest json(String text) {
        return body("application/json", text);
    }
}
