package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as it goes onto the wire. Who gets one closes it, whether the body was read or not.
 *
 * @param status the status code
 * @param headers the header fields without {@code Content-Length}; their names are found in any case
 * @param body the body
 * @param sizeBytes the body's length in bytes
 */
public record WireResponse(int status, Map<String, List<String>> headers, InputStream body, long sizeBytes)
        implements AutoCloseable {

    /** Copies the header fields. */
    public WireResponse {
        requireNonNull(body, "body");
        headers = WireHeaders.copy(headers);
    }

    static WireResponse of(int status, String contentType, byte[] body) {
        return new WireResponse(
                status, Map.of("Content-Type", List.of(contentType)), new ByteArrayInputStream(body), body.length);
    }

    static WireResponse json(int status, byte[] body) {
        return of(status, "application/json", body);
    }

    /** Glance's form of an answer without a body. */
    static WireResponse empty(int status) {
        return of(status, "text/html; charset=UTF-8", new byte[0]);
    }

    /** An answer without body and content type. */
    static WireResponse bare(int status) {
        return new WireResponse(status, Map.of(), InputStream.nullInputStream(), 0);
    }

    WireResponse with(String name, String value) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(headers);
        fields.put(name, List.of(value));
        return new WireResponse(status, fields, body, sizeBytes);
    }

    /** Returns the answer to the same request with the method HEAD. */
    WireResponse withoutBody() {
        return new WireResponse(status, headers, InputStream.nullInputStream(), 0);
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

    @Override
    public void close() throws IOException {
        body.close();
    }

    /** Returns the status: the header fields may hold a token. */
    @Override
    public String toString() {
        return "WireResponse[status=" + status + "]";
    }
}
