package org.glance4j.feign.keystone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.http.Answer;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.OutgoingRequest;
import org.glance4j.internal.json.Json;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/** The requests to the identity service. Safe for use by several threads. Source: Identity API v3 and v2.0. */
public final class KeystoneApi {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(Json.limits())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final HttpEngine engine;
    private final Calls calls;

    /**
     * Makes the requests' sender.
     *
     * @param engine what sends them
     * @param calls carries calls to the identity service out
     */
    public KeystoneApi(HttpEngine engine, Calls calls) {
        this.engine = engine;
        this.calls = calls;
    }

    /** Returns the sender of requests that carry a token. */
    KeystoneApi with(TokenSource tokens) {
        return new KeystoneApi(engine, calls.with(tokens));
    }

    Issued authenticate(Credentials credentials, Deadline deadline) {
        String path = credentials.version().tokenPath();
        OutgoingRequest request = new OutgoingRequest(
                "POST",
                path,
                Map.of("Content-Type", "application/json"),
                new ByteArrayEntity(write(credentials.form()), null),
                false);
        return send("POST " + path, request, deadline, answer -> issued(credentials.version(), answer));
    }

    private static Issued issued(IdentityVersion version, Answer answer) {
        String date = answer.header("Date");
        if (version == IdentityVersion.V2) {
            JsonNode access = parse(answer).path("access");
            return new Issued(version, token(answer, access.at("/token/id").textValue()), access, date);
        }
        Secret token = token(answer, answer.header("X-Subject-Token"));
        return new Issued(version, token, parse(answer).path("token"), date);
    }

    /** A token is sent in a header: what would break one is no token. */
    private static Secret token(Answer answer, @Nullable String token) {
        if (token == null || token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            answer.abort();
            throw answer.failure("holds no token", null);
        }
        return Secret.of(token);
    }

    JsonNode get(String route, String path, Deadline deadline) {
        OutgoingRequest request = new OutgoingRequest("GET", path, Map.of(), null, false);
        return send(route, request, deadline, KeystoneApi::parse);
    }

    private <T> T send(String route, OutgoingRequest request, Deadline deadline, Reader<T> reader) {
        return calls.run(
                Call.toIdentityService(route, deadline),
                attempt -> reader.read(engine.send(attempt, request).successful()));
    }

    /** Reads an answer. */
    private interface Reader<T> {
        T read(Answer answer);
    }

    private static JsonNode parse(Answer answer) {
        byte[] document = answer.json();
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            // Jackson's own message may quote the document.
            throw answer.failure("is not a JSON document", null);
        } catch (IOException e) {
            throw answer.failure("cannot be read", e);
        }
    }

    private static byte[] write(Map<String, Object> form) {
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
