package org.glance4j.inmemory.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glance4j.lifecycle.Profile;

/** A server that is asked without a socket, on a clock that stands until it is moved. For use by one thread. */
final class TestCloud implements AutoCloseable {
    static final String V21 = "application/openstack-images-v2.1-json-patch";
    static final String V20 = "application/openstack-images-v2.0-json-patch";

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InMemoryImageServer server;

    TestCloud(Seed seed) {
        server = InMemoryImageServer.builder()
                .seed(seed)
                .clock(() -> now)
                .tokenLife(Duration.ofMinutes(10))
                .profile(Profile.SECURE_RBAC)
                .build();
    }

    InMemoryImageServer server() {
        return server;
    }

    void move(Duration duration) {
        now = now.plus(duration);
    }

    String token(String user) {
        return server.token(user).reveal();
    }

    String project(String name) {
        return server.seed().projectId(name).orElseThrow().value();
    }

    /** Asks as a user; further arguments are names and values of header fields. */
    Reply as(String user, String method, String target, String body, String... headers) {
        Map<String, String> fields = headers(headers);
        fields.put("X-Auth-Token", token(user));
        return send(method, target, body, fields);
    }

    Reply anonymous(String method, String target, String body, String... headers) {
        return send(method, target, body, headers(headers));
    }

    private static Map<String, String> headers(String... headers) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], headers[i + 1]);
        }
        return fields;
    }

    private Reply send(String method, String target, String body, Map<String, String> headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (WireResponse response = server.answer(WireRequest.of(method, target, headers, bytes))) {
            String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(response, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an image as the producer and returns its id. */
    String image(String body) {
        return as("producer", "POST", "/v2/images", body).json().path("id").textValue();
    }

    /** Creates a raw image with data as the producer and returns its id. */
    String imageWithData(String data) {
        String id = image("{\"name\":\"data\",\"disk_format\":\"raw\",\"container_format\":\"bare\"}");
        as("producer", "PUT", "/v2/images/" + id + "/file", data, "Content-Type", "application/octet-stream");
        return id;
    }

    @Override
    public void close() {
        server.close();
    }

    /** An answer and its body's text. */
    record Reply(WireResponse response, String body) {

        int status() {
            return response.status();
        }

        Optional<String> header(String name) {
            return response.header(name);
        }

        JsonNode json() {
            try {
                return JsonText.parse(body.getBytes(StandardCharsets.UTF_8));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The text of a plain-text refusal, on one line. */
        String refusal() {
            return body.substring(body.indexOf("\n\n") + 2).strip().replaceAll("\\s+", " ");
        }
    }
}
