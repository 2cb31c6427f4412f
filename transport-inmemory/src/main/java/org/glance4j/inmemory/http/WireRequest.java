package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it stands on the wire.
 *
 * @param method the method, in capitals
 * @param target path and query, percent-encoded as sent
 * @param headers the header fields; their names are found in any case
 * @param body the body; empty where there is none
 */
public record WireRequest(String method, String target, Map<String, List<String>> headers, InputStream body) {

    /** Copies the header fields. */
    public WireRequest {
        requireNonNull(method, "method");
        requireNonNull(target, "target");
        requireNonNull(body, "body");
        headers = WireHeaders.copy(headers);
    }

    /**
     * Returns a request whose {@code Content-Length} says how long its body is.
     *
     * @param method the method, in capitals
     * @param target path and query, percent-encoded
     * @param headers the other header fields
     * @param body the body; empty for none
     * @return the request
     */
    public static WireRequest of(String method, String target, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> fields.put(name, List.of(value)));
        if (body.length > 0) {
            fields.put("Content-Length", List.of(Integer.toString(body.length)));
        }
        return new WireRequest(method, target, fields, new ByteArrayInputStream(body));
    }

    /**
     * Returns a header field's first value.
     *
     * @param name the field's name, in any case
     * @return the value, empty where the field is not there
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name))
                .flatMap(values -> values.stream().findFirst());
    }

    /** Returns the method and the target's path: neither headers nor query, which may hold secrets. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query));
    }
}
