package org.glance4j.feign.keystone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.glance4j.auth.Secret;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Failures;
import org.glance4j.feign.http.Answer;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.ExchangeFailure;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.http.OutgoingRequest;
import org.glance4j.feign.http.RefusedAnswer;
import org.glance4j.internal.json.Json;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/** The requests to the identity service. Safe for use by several threads. Source: Identity API v3. */
public final class KeystoneApi {
    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(Json.limits()).build())
            .build();
    private static final String AUTHENTICATE = "/v3/auth/tokens";

    private final HttpEngine engine;
    private final Origin origin;

    /**
     * Makes the requests' sender.
     *
     * @param engine what sends them
     * @param origin where the identity service is
     */
    public KeystoneApi(HttpEngine engine, Origin origin) {
        this.engine = engine;
        this.origin = origin;
    }

    /**
     * A token's value, which only a header holds, and its description.
     *
     * @param token the value
     * @param description the body's {@code token} object
     */
    record Issued(Secret token, JsonNode description) {}

    Issued authenticate(Credentials credentials, Deadline deadline) {
        OutgoingRequest request = new OutgoingRequest(
                "POST",
                AUTHENTICATE,
                Map.of("Content-Type", "application/json"),
                new ByteArrayEntity(write(credentials.form()), null),
                false);
        return send("POST /v3/auth/tokens", request, null, deadline, answer -> {
            String token = answer.header("X-Subject-Token");
            if (token == null || token.isBlank()) {
                answer.abort();
                throw answer.failure("holds no token", null);
            }
            return new Issued(Secret.of(token), parse(answer).path("token"));
        });
    }

    JsonNode get(String route, String path, Secret token, Deadline deadline) {
        OutgoingRequest request = new OutgoingRequest("GET", path, Map.of(), null, false);
        return send(route, request, token, deadline, KeystoneApi::parse);
    }

    private <T> T send(
            String route, OutgoingRequest request, @Nullable Secret token, Deadline deadline, Reader<T> reader) {
        Call call = Call.toIdentityService(deadline);
        Failures.checkTime(call);
        Attempt attempt = new Attempt(route, origin, token, deadline);
        try {
            return reader.read(engine.send(attempt, request).successful());
        } catch (RefusedAnswer refused) {
            throw Failures.of(call, refused, null);
        } catch (ExchangeFailure broken) {
            throw Failures.of(call, broken);
        }
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
