package org.glance4j.feign.schedules;

import org.glance4j.feign.http.ExchangeFailure.Kind;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.Planned;

/** What may happen to one attempt: to the request before the service sees it, or to the answer afterwards. */
enum Fault {
    REFUSED_CONNECTION(false, false),
    BROKEN_BEFOREHAND(false, true),
    ANSWER_LOST(true, true),
    SILENCE(true, true),
    BODY_BROKEN(true, true),
    LOGIN_PAGE(false, true),
    BAD_GATEWAY(false, true),
    UNAVAILABLE(false, true),
    UNAVAILABLE_AFTERWARDS(true, true),
    GATEWAY_TIMEOUT(true, true),
    SERVER_ERROR(false, true),
    SERVER_ERROR_AFTERWARDS(true, true),
    TOO_MANY_REQUESTS(false, false),
    TOO_LARGE_AND_RETRY_AFTER(false, false),
    TOKEN_EXPIRED(false, false),
    DEADLINE(false, true),
    DEADLINE_AFTERWARDS(true, true),
    INTERRUPT(false, true),
    INTERRUPT_AFTERWARDS(true, true);

    private final boolean reachesService;
    private final boolean ambiguous;

    Fault(boolean reachesService, boolean ambiguous) {
        this.reachesService = reachesService;
        this.ambiguous = ambiguous;
    }

    /** Whether the service carries the request out, and only its answer is lost. */
    boolean reachesService() {
        return reachesService;
    }

    /** Whether a caller that meets this cannot know what became of its request. */
    boolean ambiguous() {
        return ambiguous;
    }

    boolean isDeadline() {
        return this == DEADLINE || this == DEADLINE_AFTERWARDS;
    }

    boolean isInterrupt() {
        return this == INTERRUPT || this == INTERRUPT_AFTERWARDS;
    }

    FailedAttempt failure() {
        return switch (this) {
            case REFUSED_CONNECTION -> Planned.broken(Kind.CONNECTION, false, null);
            case BROKEN_BEFOREHAND, ANSWER_LOST -> Planned.broken(Kind.CONNECTION, true, null);
            case SILENCE -> Planned.broken(Kind.SILENCE, true, null);
            case BODY_BROKEN -> Planned.broken(Kind.ANSWER, true, 200);
            case LOGIN_PAGE -> Planned.broken(Kind.FOREIGN, true, 200);
            case BAD_GATEWAY -> Planned.refused(502, null);
            case UNAVAILABLE, UNAVAILABLE_AFTERWARDS -> Planned.refused(503, null);
            case GATEWAY_TIMEOUT -> Planned.refused(504, null);
            case SERVER_ERROR, SERVER_ERROR_AFTERWARDS -> Planned.refused(500, null);
            case TOO_MANY_REQUESTS -> Planned.refused(429, "1");
            case TOO_LARGE_AND_RETRY_AFTER -> Planned.refused(413, "2");
            case TOKEN_EXPIRED -> Planned.refused(401, null);
            case DEADLINE, DEADLINE_AFTERWARDS -> Planned.broken(Kind.DEADLINE, true, null);
            case INTERRUPT, INTERRUPT_AFTERWARDS -> Planned.broken(Kind.INTERRUPTED, true, null);
        };
    }
}
