package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;

/** The members of images, as one caller works with them. Safe for use by several threads. */
final class InMemoryMembers implements MemberOperations {
    private final Door door;

    InMemoryMembers(Door door) {
        this.door = door;
    }

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        enter(Operation.ADD_MEMBER, imageId, memberId);
        return door.engine().addMember(door.caller(), imageId, memberId);
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        enter(Operation.GET_MEMBER, imageId, memberId);
        return door.engine().getMember(door.caller(), imageId, memberId);
    }

    @Override
    public List<Member> list(ImageId imageId) {
        RequestChecks.addressable(Operation.LIST_MEMBERS, imageId);
        door.enter(Failure.of(Operation.LIST_MEMBERS).imageId(imageId));
        return door.engine().listMembers(door.caller(), imageId);
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        requireNonNull(status, "status");
        enter(Operation.UPDATE_MEMBER, imageId, memberId);
        if (status == MemberStatus.UNRECOGNIZED) {
            throw RequestChecks.refused(
                    Failure.of(Operation.UPDATE_MEMBER).imageId(imageId).memberId(memberId),
                    "an unrecognized membership status cannot be sent");
        }
        return door.engine().updateMember(door.caller(), imageId, memberId, status.word());
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        enter(Operation.REMOVE_MEMBER, imageId, memberId);
        door.engine().removeMember(door.caller(), imageId, memberId);
    }

    private void enter(Operation operation, ImageId imageId, ProjectId memberId) {
        RequestChecks.addressable(operation, imageId, memberId);
        door.enter(Failure.of(operation).imageId(imageId).memberId(memberId));
    }
}
