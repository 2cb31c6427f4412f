package org.glance4j.feign.http;

import org.glance4j.observe.SentRequest;

/** A request as its listener sees it. Its text is made when it is asked for. */
record WireRequest(Attempt of, OutgoingRequest request, HttpSettings settings, int attempt) implements SentRequest {

    @Override
    public String toCurl() {
        return CurlLine.of(of, request, settings);
    }

    /** Returns the route: method and path with placeholders. */
    @Override
    public String toString() {
        return of.route();
    }
}
