package org.glance4j.lifecycle;

import java.util.Optional;
import java.util.stream.Stream;

/** The ways in which the service refuses a request. */
public enum Refusal {
    /** The request is malformed, or a value in it is not allowed. */
    BAD_REQUEST(400),
    /** There is no valid token. */
    UNAUTHORIZED(401),
    /** The caller sees the image and may not do this. */
    FORBIDDEN(403),
    /** It is not there, or the caller does not see it. */
    NOT_FOUND(404),
    /** It does not go with what is there. */
    CONFLICT(409),
    /** The image was deleted meanwhile. */
    GONE(410),
    /** A quota or size limit is reached. */
    TOO_LARGE(413),
    /** The media type is not taken. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The byte range lies outside the data. */
    RANGE_NOT_SATISFIABLE(416);

    private final int httpStatus;

    Refusal(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /**
     * Returns the HTTP status that the service answers with.
     *
     * @return the status code
     */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * Returns the refusal that an HTTP status stands for.
     *
     * @param httpStatus the status code
     * @return the refusal, empty for any other status
     */
    public static Optional<Refusal> of(int httpStatus) {
        return Stream.of(values())
                .filter(refusal -> refusal.httpStatus == httpStatus)
                .findFirst();
    }
}
