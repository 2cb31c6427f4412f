package org.glance4j.observe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param attempt which attempt of its call it was, from 1
 * @param result what came of it
 * @param status the answer's status code; null where no answer's head arrived
 * @param requestId the service's id of the request ({@code x-openstack-request-id}); null where none arrived
 * @param duration the time from asking for a connection to the end of the answer; of a download, to the end of its head
 */
public record AttemptEnd(
        int attempt,
        Result result,
        @Nullable Integer status,
        @Nullable String requestId,
        Duration duration) {

    /** Refuses null where it is not allowed. */
    public AttemptEnd {
        requireNonNull(result, "result");
        requireNonNull(duration, "duration");
    }

    /** What came of an attempt. */
    public enum Result {
        /** The service has answered, whatever its status, and the answer could be read. */
        ANSWERED,
        /** The request has not left. */
        NOT_SENT,
        /** The request has left, and no answer that could be read came back. */
        LOST
    }
}
