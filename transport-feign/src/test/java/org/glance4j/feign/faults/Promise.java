package org.glance4j.feign.faults;

import static org.glance4j.error.Effect.APPLIED;
import static org.glance4j.error.Effect.NOT_APPLIED;
import static org.glance4j.error.Effect.NOT_SENT;
import static org.glance4j.error.Effect.UNKNOWN;

import java.util.HashSet;
import java.util.Set;
import org.glance4j.error.Effect;

/**
 * How a call may end, by the rules of the call layer alone: written down by hand, not derived from it.
 *
 * @param success whether it may succeed
 * @param failures the endings that it may have, as the exception's name without its last word, and the effect
 */
record Promise(boolean success, Set<String> failures) {
    private static final Promise SUCCESS = new Promise(true, Set.of());

    static String ending(String exception, Effect effect) {
        return exception + " " + effect;
    }

    private static Promise failure(String exception, Effect effect) {
        return new Promise(false, Set.of(ending(exception, effect)));
    }

    private Promise or(String exception, Effect effect) {
        Set<String> more = new HashSet<>(failures);
        more.add(ending(exception, effect));
        return new Promise(success, Set.copyOf(more));
    }

    private Promise or(Promise other) {
        Set<String> more = new HashSet<>(failures);
        more.addAll(other.failures);
        return new Promise(success || other.success, Set.copyOf(more));
    }

    boolean allows(String ending) {
        return failures.contains(ending);
    }

    static Promise of(Deed deed, Injection injection, Position position) {
        return position.isLook() ? ofLook(deed, injection, position) : ofRequest(deed, injection, position);
    }

    /** The change was applied: nothing but a look that fails can keep the call from success. */
    private static Promise ofLook(Deed deed, Injection injection, Position position) {
        boolean passes = switch (injection.fault().sign()) {
            case NOT_SENT, LOST, SILENT, BROKEN, UNREADABLE, LOGIN, BUSY, GATEWAY, UNAUTHORIZED -> true;
            case SLOW, REFUSED, EARLY, REDIRECTED, BUSY_FOR_LONG, GATEWAY_FOR_LONG, SERVER_ERROR -> false;
        };
        if (passes && position == Position.FIRST_LOOK) {
            return SUCCESS;
        }
        if (injection.fault() == Fault.DUPLICATE_KEYS) {
            return failure("OutcomeUnknown", UNKNOWN).or(SUCCESS);
        }
        if (injection.fault() == Fault.SLOW_BODY && deed.form() == Deed.Form.NOTHING) {
            // An answer without a body cannot be slow, and where it comes nobody looks.
            return failure("DeadlineExceeded", UNKNOWN).or(SUCCESS);
        }
        return injection.fault().sign() == Fault.Sign.SLOW
                ? failure("DeadlineExceeded", UNKNOWN)
                : failure("OutcomeUnknown", UNKNOWN);
    }

    private static Promise ofRequest(Deed deed, Injection injection, Position position) {
        Fault fault = injection.fault();
        boolean first = position == Position.FIRST;
        return switch (fault.sign()) {
            case NOT_SENT -> first ? SUCCESS : failure("ConnectionFailed", NOT_SENT);
            case LOST, SILENT -> {
                Promise lost = first && isFoundOut(deed, injection) ? SUCCESS : lost(deed);
                // A reset may come before the request has left, and then be known for it.
                yield fault == Fault.RESET_BEFORE_REQUEST
                        ? lost.or(first ? SUCCESS : failure("ConnectionFailed", NOT_SENT))
                        : lost;
            }
            case SLOW -> slow(deed, fault);
            // A field that is said twice in the same words may also be read.
            case BROKEN, UNREADABLE ->
                fault == Fault.DUPLICATE_KEYS && deed.form() == Deed.Form.JSON
                        ? broken(deed, injection, first).or(SUCCESS)
                        : broken(deed, injection, first);
            case LOGIN -> first && isFoundOut(deed, injection) ? SUCCESS : unexpected(deed);
            case REFUSED -> failure(deed == Deed.ADD_MEMBER ? "MemberLimitExceeded" : "LimitExceeded", NOT_APPLIED);
            case EARLY -> failure("LimitExceeded", NOT_APPLIED).or("OutcomeUnknown", UNKNOWN);
            case REDIRECTED -> failure("UnexpectedAnswer", NOT_APPLIED);
            case UNAUTHORIZED -> first && deed != Deed.AUTHENTICATE ? SUCCESS : failure("Unauthorized", NOT_APPLIED);
            case BUSY -> first ? SUCCESS : failure("RateLimited", NOT_APPLIED);
            case BUSY_FOR_LONG -> failure("RateLimited", NOT_APPLIED);
            case GATEWAY -> first && isFoundOut(deed, injection) ? SUCCESS : gateway(deed, fault);
            case GATEWAY_FOR_LONG ->
                deed.kind() == Deed.Kind.RECONCILED && injection.applied()
                        ? gateway(deed, fault).or(SUCCESS)
                        : gateway(deed, fault);
            case SERVER_ERROR -> failure("ServiceError", deed.isChange() ? UNKNOWN : NOT_APPLIED);
        };
    }

    /** Whether a call succeeds if its first attempt was lost, and everything after it goes well. */
    private static boolean isFoundOut(Deed deed, Injection injection) {
        return switch (deed.kind()) {
            case SAFE, IDEMPOTENT, NATURAL_KEY, CREATED, AUTHENTICATION -> true;
            case RECONCILED -> injection.applied() || injection.fault().reach() == Fault.Reach.APPLIED;
            case ONCE -> false;
        };
    }

    private static Promise lost(Deed deed) {
        return deed.isChange() ? failure("OutcomeUnknown", UNKNOWN) : failure("ConnectionFailed", NOT_APPLIED);
    }

    private static Promise unexpected(Deed deed) {
        return deed.isChange()
                ? failure("UnexpectedAnswer", UNKNOWN).or("OutcomeUnknown", UNKNOWN)
                : failure("UnexpectedAnswer", NOT_APPLIED);
    }

    private static Promise gateway(Deed deed, Fault fault) {
        boolean unavailable = fault.name().startsWith("UNAVAILABLE");
        String exception = unavailable ? "ServiceUnavailable" : "ServiceError";
        Promise typed = failure(exception, deed.isChange() ? UNKNOWN : NOT_APPLIED);
        return deed.kind() == Deed.Kind.RECONCILED ? typed.or("OutcomeUnknown", UNKNOWN) : typed;
    }

    private static Promise slow(Deed deed, Fault fault) {
        if (fault == Fault.SLOW_BODY && (deed.form() == Deed.Form.NOTHING || deed.form() == Deed.Form.ACCEPTED)) {
            return SUCCESS;
        }
        // On a busy machine the deadline may come before the request has left.
        Promise late = failure("DeadlineExceeded", NOT_SENT);
        if (!deed.isChange()) {
            return late.or("DeadlineExceeded", NOT_APPLIED);
        }
        late = late.or("DeadlineExceeded", UNKNOWN);
        return fault == Fault.SLOW_BODY ? late.or("DeadlineExceeded", APPLIED) : late;
    }

    private static Promise broken(Deed deed, Injection injection, boolean first) {
        if (deed.form() == Deed.Form.DATA && injection.fault() != Fault.TRUNCATED_GZIP) {
            return failure("IO", NOT_APPLIED);
        }
        if (deed.form() == Deed.Form.ACCEPTED) {
            // The status says it all, and nobody reads what follows it.
            return SUCCESS;
        }
        if (deed.form() == Deed.Form.NOTHING && isHarmlessWithoutBody(injection.fault())) {
            return SUCCESS;
        }
        // The repetition of a removal is refused, and a refusal's status counts whatever its body is.
        if ((first && deed.kind() != Deed.Kind.ONCE) || deed.kind() == Deed.Kind.NATURAL_KEY) {
            return SUCCESS;
        }
        return deed.isChange()
                ? unexpected(deed).or("UnexpectedAnswer", APPLIED).or("OutcomeUnknown", APPLIED)
                : failure("UnexpectedAnswer", NOT_APPLIED);
    }

    /** A 204 has no body that could break. */
    private static boolean isHarmlessWithoutBody(Fault fault) {
        return switch (fault) {
            case RESET_AFTER_HEAD, RESET_IN_BODY, LENGTH_TOO_LONG, LENGTH_TOO_SHORT, TRUNCATED_GZIP -> true;
            default -> false;
        };
    }
}
