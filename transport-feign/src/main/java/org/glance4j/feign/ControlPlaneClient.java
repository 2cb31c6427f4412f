package org.glance4j.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.glance4j.feign.http.Answer;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.OutgoingRequest;
import org.glance4j.model.ApiVersions;

/** Hands Feign's requests to the {@link HttpEngine}. Safe for use by several threads. */
final class ControlPlaneClient implements Client {
    /** What a route may say of its request beside token and form of the answer; Feign adds more than that. */
    private static final List<String> SENT = List.of("Content-Type", "X-OpenStack-Append", ImageCacheApi.PART);

    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    /** The status of the document of versions at the root, which is no redirect. Source: {@code versions.py}, 25.1.0. */
    private static final int MULTIPLE_CHOICES = 300;

    private static final int OK = 200;

    private final HttpEngine engine;

    ControlPlaneClient(HttpEngine engine) {
        this.engine = engine;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        if (!(options instanceof Attempt attempt)) {
            throw new IllegalArgumentException("a method of the Image API takes an Attempt");
        }
        Type type = request.requestTemplate().methodMetadata().returnType();
        Answer answer = engine.send(attempt, outgoing(request));
        int status = answer.status();
        if (type == ApiVersions.class && status == MULTIPLE_CHOICES) {
            // Feign takes nothing but 2xx for an answer.
            status = OK;
        } else {
            answer.successful();
        }
        Response.Builder response = Response.builder().request(request).status(status);
        // The header map costs Feign two sorted copies a call, and nobody reads it.
        response.headers(Map.of());
        if (type == void.class) {
            answer.none(isQueued(request) ? ACCEPTED : NO_CONTENT);
            return response.build();
        }
        return response.body(new JsonBody(answer.json())).build();
    }

    private static OutgoingRequest outgoing(Request request) {
        byte[] body = request.body();
        return new OutgoingRequest(
                request.httpMethod().name(),
                request.url(),
                headers(request),
                body == null ? null : new ByteArrayEntity(body, null),
                false);
    }

    /** Of what answers nothing, this is not done when the answer comes: an import, putting an image into
     * the cache, and adding a location. */
    private static boolean isQueued(Request request) {
        return switch (request.httpMethod()) {
            case PUT -> request.url().startsWith("/v2/cache/");
            case POST -> request.url().endsWith("/import") || request.url().endsWith("/locations");
            default -> false;
        };
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> sent = new HashMap<>();
        for (String name : SENT) {
            Collection<String> values = request.headers().get(name);
            if (values != null && !values.isEmpty()) {
                sent.put(name, values.iterator().next());
            }
        }
        return sent;
    }
}
