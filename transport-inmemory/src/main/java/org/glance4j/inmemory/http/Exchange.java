package org.glance4j.inmemory.http;

import java.util.List;
import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.model.ImageId;

/**
 * A request that found its route.
 *
 * @param request the request
 * @param target its target, decoded
 * @param variables what stands in the places that the route leaves open, in order
 * @param base scheme and authority that the request was sent to
 * @param grant what its token stands for; empty where the route needs none and there is none
 * @param requestId the request's id
 */
record Exchange(
        WireRequest request,
        RequestTarget target,
        List<String> variables,
        String base,
        Optional<Grant> grant,
        String requestId) {

    Exchange {
        variables = List.copyOf(variables);
    }

    /** Returns the value of the query's first parameter of a name. */
    Optional<String> parameter(String name) {
        return target.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(RequestTarget.Parameter::value)
                .findFirst();
    }

    Caller caller() {
        return grant.flatMap(Grant::caller).orElseThrow();
    }

    ImageId imageId() {
        return ImageId.of(variables.get(0));
    }
}
