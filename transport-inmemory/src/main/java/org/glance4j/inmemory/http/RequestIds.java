package org.glance4j.inmemory.http;

import java.util.UUID;

/** The id of a request: the caller's own, or a new one. Source: {@code oslo_context} and Glance's context filter. */
final class RequestIds {
    private static final String PREFIX = "req-";

    private RequestIds() {}

    static String of(WireRequest request) {
        return request.header("x-openstack-request-id")
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,64}"))
                .map(id -> id.startsWith(PREFIX) ? id : PREFIX + id)
                .orElseGet(() -> PREFIX + UUID.randomUUID());
    }
}
