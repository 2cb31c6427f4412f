package org.glance4j.feign.call;

import org.glance4j.lifecycle.MetadefLaw;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/** What to do next after a refusal. */
final class Advice {
    private Advice() {}

    private static @Nullable String forbidden(Operation operation) {
        if (!operation.isChange()) {
            return null;
        }
        return MetadefLaw.covers(operation)
                ? "ask an admin, who can also end a namespace's protection"
                : "ask the image's owner, or an admin";
    }

    private static @Nullable String afterForbidden(Operation operation) {
        return switch (operation) {
            case LIST_TASKS, GET_TASK, CREATE_TASK, LIST_CACHE, CACHE_IMAGE, UNCACHE_IMAGE, CLEAR_CACHE ->
                "ask an admin";
            default -> forbidden(operation);
        };
    }

    static @Nullable String after(Operation operation, Refusal refusal) {
        return switch (refusal) {
            case UNAUTHORIZED ->
                operation == Operation.AUTHENTICATE
                        ? "check user, password, domain and project"
                        : "get a new token, and check that it is for a project";
            case FORBIDDEN -> afterForbidden(operation);
            case TOO_LARGE -> "remove something first, or ask the operator for a larger quota";
            case CONFLICT ->
                operation == Operation.UPLOAD_DATA || operation == Operation.STAGE_DATA
                        ? "only a queued image takes data: create another one"
                        : null;
            case RANGE_NOT_SATISFIABLE -> "ask for bytes inside the image's size";
            case NOT_FOUND ->
                operation == Operation.AUTHENTICATE
                        ? "check authUrl and its version, and the token if there is one to ask with"
                        : null;
            case BAD_REQUEST, GONE, UNSUPPORTED_MEDIA_TYPE -> null;
        };
    }
}
