package org.glance4j.feign.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.inmemory.http.WireResponse;

/** An answer, not yet on the wire. Immutable, but for the body's bytes. */
final class RawReply {
    static final String JSON = "Content-Type: application/json";
    static final String HTML = "Content-Type: text/html; charset=UTF-8";

    private final int status;
    private final List<String> headers;
    private final byte[] body;

    private RawReply(int status, List<String> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    static RawReply of(int status, String contentType, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of(contentType));
        headers.addAll(List.of(more));
        return new RawReply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a proxy's or a service's refusal. */
    static RawReply refusal(int status, String... more) {
        return of(status, HTML, "<html><head><title>" + status + "</title></head><body>No.</body></html>", more);
    }

    static RawReply of(WireResponse response) throws IOException {
        List<String> headers = new ArrayList<>();
        response.headers().forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
        return new RawReply(response.status(), headers, response.body().readAllBytes());
    }

    RawReply withBody(byte[] other, String... more) {
        List<String> lines = new ArrayList<>(headers);
        lines.addAll(List.of(more));
        return new RawReply(status, lines, other);
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    /** Returns the head with this length of the body, be it true or not. */
    byte[] head(long length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Some Reason\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (status != 204) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] head() {
        return head(body.length);
    }
}
