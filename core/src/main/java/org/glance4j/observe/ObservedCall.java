package org.glance4j.observe;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.Operation;

/**
 * A call that is watched.
 *
 * @param number tells the calls of one transport apart; counts from 1
 * @param operation what is called
 * @param route method and path with placeholders for the ids, such as {@code GET /v2/images/{id}}
 */
public record ObservedCall(long number, Operation operation, String route) {

    /** Refuses null. */
    public ObservedCall {
        requireNonNull(operation, "operation");
        requireNonNull(route, "route");
    }
}
