package org.glance4j.feign.schedules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.Planned;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;
import org.jspecify.annotations.Nullable;

/** One caller's line to the service, on which the schedule puts faults: each call of it is one attempt. Used by one thread. */
final class Line implements MemberOperations {
    private final MemberOperations service;
    private final Schedule schedule;
    private @Nullable Operation current;

    Line(MemberOperations service, Schedule schedule) {
        this.service = service;
        this.schedule = schedule;
    }

    /** Says for which operation the attempts are from now on. */
    void serve(@Nullable Operation operation) {
        current = operation;
    }

    boolean isBusy() {
        return current != null;
    }

    @Override
    public Member add(ImageId image, ProjectId member) {
        return attempt(Verb.ADD, member, null, () -> service.add(image, member), Line::row);
    }

    @Override
    public Member get(ImageId image, ProjectId member) {
        return attempt(Verb.GET, member, null, () -> service.get(image, member), Line::row);
    }

    @Override
    public List<Member> list(ImageId image) {
        return attempt(Verb.LIST, null, null, () -> service.list(image), Line::rows);
    }

    @Override
    public Member updateStatus(ImageId image, ProjectId member, MemberStatus status) {
        return attempt(Verb.UPDATE, member, status, () -> service.updateStatus(image, member, status), Line::row);
    }

    @Override
    public void remove(ImageId image, ProjectId member) {
        Boolean unused = attempt(
                Verb.REMOVE,
                member,
                null,
                () -> {
                    service.remove(image, member);
                    return true;
                },
                done -> Map.of());
    }

    private <T> T attempt(
            Verb verb,
            @Nullable ProjectId member,
            @Nullable MemberStatus wanted,
            Supplier<T> request,
            Function<T, Map<ProjectId, MemberStatus>> seen) {
        Operation operation = current;
        Fault fault = schedule.nextFault();
        if (fault == null) {
            return carryOut(operation, verb, member, wanted, request, seen);
        }
        operation.met(fault, verb);
        FailedAttempt failure = fault.failure();
        if (fault.reachesService()) {
            try {
                T unused = carryOut(operation, verb, member, wanted, request, seen);
            } catch (FailedAttempt refusal) {
                if (fault == Fault.BODY_BROKEN) {
                    // The head has said all that a refusal says.
                    throw refusal;
                }
                failure.addSuppressed(refusal);
            }
        }
        schedule.othersAct();
        if (fault.isDeadline()) {
            schedule.passDeadlines();
        }
        throw failure;
    }

    private <T> T carryOut(
            Operation operation,
            Verb verb,
            @Nullable ProjectId member,
            @Nullable MemberStatus wanted,
            Supplier<T> request,
            Function<T, Map<ProjectId, MemberStatus>> seen) {
        try {
            T answer = request.get();
            schedule.carriedOut(operation, new Event(verb, member, wanted, 0, seen.apply(answer)));
            return answer;
        } catch (ImageServiceException refused) {
            int status = refused.failure().status();
            schedule.carriedOut(operation, new Event(verb, member, wanted, status, Map.of()));
            throw Planned.refused(status, null);
        }
    }

    static Map<ProjectId, MemberStatus> row(Member member) {
        return Map.of(member.memberId(), member.status());
    }

    static Map<ProjectId, MemberStatus> rows(List<Member> members) {
        return members.stream().collect(Collectors.toMap(Member::memberId, Member::status));
    }
}
