package org.glance4j.feign.schedules;

import java.util.HashMap;
import java.util.Map;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;

/** The members of one image as one request after the other leaves them. Written from the specification, not from the service. */
final class SequentialModel {
    private final Map<ProjectId, MemberStatus> members = new HashMap<>();

    /** Carries a request out that a caller who sees all members made, and returns whether it was answered as it has to be. */
    boolean explains(Event event) {
        ProjectId member = event.member();
        boolean there = members.containsKey(member);
        return switch (event.verb()) {
            case ADD -> {
                members.putIfAbsent(member, MemberStatus.PENDING);
                yield there ? event.refusal() == 409 : isRow(event, MemberStatus.PENDING);
            }
            case REMOVE -> {
                members.remove(member);
                yield event.refusal() == (there ? 0 : 404);
            }
            case UPDATE -> {
                members.computeIfPresent(member, (id, old) -> event.wanted());
                yield there ? isRow(event, event.wanted()) : event.refusal() == 404;
            }
            case GET -> there ? isRow(event, members.get(member)) : event.refusal() == 404;
            case LIST -> event.refusal() == 0 && event.seen().equals(members);
        };
    }

    private static boolean isRow(Event event, MemberStatus status) {
        return event.refusal() == 0 && event.seen().equals(Map.of(event.member(), status));
    }

    Map<ProjectId, MemberStatus> members() {
        return members;
    }
}
