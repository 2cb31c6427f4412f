package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.glance4j.error.Failure;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Reconciliation;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.lifecycle.MemberRequest;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;
import org.jspecify.annotations.Nullable;

/** Members over HTTP. Safe for use by several threads. */
final class FeignMembers implements MemberOperations {
    private final Calls calls;
    private final MembersApi api;
    private final Deadline deadline;

    FeignMembers(Calls calls, MembersApi api, Deadline deadline) {
        this.calls = calls;
        this.api = api;
        this.deadline = deadline;
    }

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        Call call = call(Operation.ADD_MEMBER, imageId, memberId, MemberRequest.Add::new);
        return calls.run(
                call,
                attempt -> api.add(encoded(imageId), memberId, attempt),
                () -> look(imageId, memberId, m -> null));
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        Call call = call(Operation.GET_MEMBER, imageId, memberId, MemberRequest.Get::new);
        return calls.run(call, attempt -> api.get(encoded(imageId), encoded(memberId), attempt));
    }

    @Override
    public List<Member> list(ImageId imageId) {
        RequestChecks.addressable(Operation.LIST_MEMBERS, imageId);
        Call call = Call.of(new MemberRequest.ListMembers(imageId), null, deadline);
        return calls.run(call, attempt -> api.list(encoded(imageId), attempt));
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        RequestChecks.addressable(Operation.UPDATE_MEMBER, imageId, memberId);
        if (requireNonNull(status, "status") == MemberStatus.UNRECOGNIZED) {
            throw RequestChecks.refused(
                    Failure.of(Operation.UPDATE_MEMBER).imageId(imageId).memberId(memberId),
                    "the status is none of pending, accepted and rejected, and is not sent");
        }
        Call call = Call.of(new MemberRequest.Update(imageId, memberId, status.word()), memberId, deadline);
        return calls.run(
                call,
                attempt -> api.update(encoded(imageId), encoded(memberId), status, attempt),
                () -> look(
                        imageId,
                        memberId,
                        found -> found.status() == status ? null : "the member is found " + found.statusWord()));
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        Call call = call(Operation.REMOVE_MEMBER, imageId, memberId, MemberRequest.Remove::new);
        calls.execute(call, attempt -> api.remove(encoded(imageId), encoded(memberId), attempt));
    }

    private Reconciliation<Member> look(
            ImageId imageId, ProjectId memberId, Function<Member, @Nullable String> surprise) {
        Call call = Call.of(new MemberRequest.Get(imageId, memberId), memberId, deadline);
        return new Reconciliation.Look<>(
                call, attempt -> api.get(encoded(imageId), encoded(memberId), attempt), surprise);
    }

    private Call call(
            Operation operation,
            ImageId imageId,
            ProjectId memberId,
            BiFunction<ImageId, ProjectId, MemberRequest> request) {
        RequestChecks.addressable(operation, imageId, memberId);
        return Call.of(request.apply(imageId, memberId), memberId, deadline);
    }

    private static String encoded(ImageId id) {
        return PathSegments.encode(id.value());
    }

    private static String encoded(ProjectId id) {
        return PathSegments.encode(id.value());
    }
}
