package org.glance4j.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as it stood on the wire. Immutable. */
public final class WireAnswer {
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /**
     * Makes an answer.
     *
     * @param status the HTTP status
     * @param headers the headers, whose names are matched whatever their case; of a repeated one, the first
     * @param body the body; not copied
     */
    public WireAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers.putAll(headers);
        this.body = body;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status code
     */
    public int status() {
        return status;
    }

    /**
     * Returns the body.
     *
     * @return the bytes; not a copy
     */
    public byte[] body() {
        return body;
    }

    /**
     * Returns a header's value.
     *
     * @param name the header's name
     * @return the value, empty where there is none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Returns the body as text.
     *
     * @return the text
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the body's JSON.
     *
     * @return the JSON
     */
    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text(), e);
        }
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
