package org.glance4j.inmemory.http;

import java.util.Map;

/** A refusal on its way to the wire: the status, what to say, and further header fields. */
final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> headers;

    RefusedRequest(int status, String text) {
        this(status, text, Map.of());
    }

    RefusedRequest(int status, String text, Map<String, String> headers) {
        super(text, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    static RefusedRequest badRequest(String text) {
        return new RefusedRequest(400, text);
    }

    static RefusedRequest forbidden(String text) {
        return new RefusedRequest(403, text);
    }

    static RefusedRequest notFound() {
        return new RefusedRequest(404, "The resource could not be found.");
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
