package org.glance4j.lifecycle;

import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.model.MemberStatus;

/**
 * The state machine of a membership: any status may follow any, itself included. What matters is who asks, and in what order
 * the service checks; {@link #decide} says.
 *
 * <p>Source: {@code glance/domain/__init__.py} (ImageMembership), {@code glance/api/v2/image_members.py}, 25.1.0.
 */
public final class MemberLifecycle {
    private static final Table<MemberStatus> TABLE = Table.of(MemberStatus.class)
            .row(MemberStatus.PENDING, Set.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED))
            .row(MemberStatus.ACCEPTED, Set.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED))
            .row(MemberStatus.REJECTED, Set.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED))
            .build();

    private MemberLifecycle() {}

    /**
     * Returns the statuses that may follow directly.
     *
     * @param from a membership status
     * @return the statuses, none after a final or an unrecognized one
     */
    public static Set<MemberStatus> next(MemberStatus from) {
        return TABLE.next(from);
    }

    /**
     * Returns whether nothing follows.
     *
     * @param status a membership status
     * @return true for a final one, false for an unrecognized one
     */
    public static boolean isFinal(MemberStatus status) {
        return TABLE.isFinal(status);
    }

    /**
     * Returns whether waiting for a status makes sense: whether it is there, or may follow in any number of steps.
     *
     * @param from the status now
     * @param goal the status to wait for
     * @return true if it can come; also where either is unrecognized, which rules nothing out
     */
    public static boolean canReach(MemberStatus from, MemberStatus goal) {
        return TABLE.canReach(from, goal);
    }

    /**
     * Returns what the service says to a request.
     *
     * @param request the request
     * @param facts what is the case at the service
     * @param caller who asks
     * @param profile the service's rules
     * @return its answer; the first rule in the service's order that refuses, if any does
     */
    public static Decision decide(MemberRequest request, Facts facts, Caller caller, Profile profile) {
        return MemberLaw.decide(request, new Case(facts, caller, profile));
    }

    static Table<MemberStatus> table() {
        return TABLE;
    }
}
