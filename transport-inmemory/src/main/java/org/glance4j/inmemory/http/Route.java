package org.glance4j.inmemory.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path, with places left open in braces, and what answers each method on it. */
final class Route {

    /** Answers one method on one route. */
    @FunctionalInterface
    interface Endpoint {
        WireResponse answer(Exchange exchange) throws IOException;
    }

    private final String template;
    private final List<String> segments;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private boolean hidden;

    Route(String template) {
        this.template = template;
        this.segments = List.of(template.substring(1).split("/", -1));
    }

    Route on(String method, Endpoint endpoint) {
        endpoints.put(method, endpoint);
        return this;
    }

    /** Adds a method whose requests have no body: one that has is refused before anything else is looked at. */
    Route bodiless(String method, Endpoint endpoint) {
        return on(method, exchange -> {
            RequestBody.refuse(exchange.request());
            return endpoint.answer(exchange);
        });
    }

    /** Adds the one method of a path that is not there for the others. */
    Route onlyOn(String method, Endpoint endpoint) {
        hidden = true;
        return on(method, endpoint);
    }

    String template() {
        return template;
    }

    /** Returns what stands in the open places, if the path is of this form. */
    Optional<List<String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (segments.get(i).startsWith("{")) {
                if (path.get(i).isEmpty()) {
                    return Optional.empty();
                }
                variables.add(path.get(i));
            } else if (!segments.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    Optional<Endpoint> endpoint(String method) {
        return Optional.ofNullable(endpoints.get(method));
    }

    String allow() {
        return String.join(", ", endpoints.keySet());
    }

    /** Returns what the Image service says to a method that nothing answers. */
    RefusedRequest refusal(String method) {
        return hidden
                ? RefusedRequest.notFound()
                : new RefusedRequest(
                        405, "The method " + method + " is not allowed for this resource.", Map.of("Allow", allow()));
    }
}
