package org.glance4j.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.Map;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.glance4j.feign.http.Answer;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.OutgoingRequest;

/** Hands Feign's requests to the {@link HttpEngine}. Safe for use by several threads. */
final class ControlPlaneClient implements Client {
    private static final String CONTENT_TYPE = "Content-Type";

    private final HttpEngine engine;

    ControlPlaneClient(HttpEngine engine) {
        this.engine = engine;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        if (!(options instanceof Attempt attempt)) {
            throw new IllegalArgumentException("a method of the Image API takes an Attempt");
        }
        Answer answer = engine.send(attempt, outgoing(request)).successful();
        Response.Builder response = Response.builder().request(request).status(answer.status());
        // The header map costs Feign two sorted copies a call, and nobody reads it.
        response.headers(Map.of());
        if (request.requestTemplate().methodMetadata().returnType() == void.class) {
            answer.none();
            return response.build();
        }
        return response.body(new JsonBody(answer.json())).build();
    }

    private static OutgoingRequest outgoing(Request request) {
        byte[] body = request.body();
        return new OutgoingRequest(
                request.httpMethod().name(),
                request.url(),
                contentType(request),
                body == null ? null : new ByteArrayEntity(body, null),
                false);
    }

    private static Map<String, String> contentType(Request request) {
        Collection<String> types = request.headers().get(CONTENT_TYPE);
        return types == null || types.isEmpty()
                ? Map.of()
                : Map.of(CONTENT_TYPE, types.iterator().next());
    }
}
