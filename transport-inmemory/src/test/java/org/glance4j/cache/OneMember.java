package org.glance4j.cache;

import java.time.Instant;
import java.util.List;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.Failure;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;
import org.jspecify.annotations.Nullable;

/** A service that holds one project's membership of one image, at first pending, and does one thing at a time. */
final class OneMember implements MemberOperations {
    private @Nullable MemberStatus status = MemberStatus.PENDING;

    @Override
    public synchronized Member add(ImageId imageId, ProjectId memberId) {
        if (status != null) {
            throw new AlreadyMemberException(Failure.of(Operation.ADD_MEMBER).build(), null);
        }
        status = MemberStatus.PENDING;
        return member(imageId, memberId, status);
    }

    @Override
    public synchronized Member get(ImageId imageId, ProjectId memberId) {
        return member(imageId, memberId, present(Operation.GET_MEMBER));
    }

    @Override
    public List<Member> list(ImageId imageId) {
        throw new UnsupportedOperationException("list");
    }

    @Override
    public synchronized Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus wanted) {
        present(Operation.UPDATE_MEMBER);
        status = wanted;
        return member(imageId, memberId, wanted);
    }

    @Override
    public synchronized void remove(ImageId imageId, ProjectId memberId) {
        present(Operation.REMOVE_MEMBER);
        status = null;
    }

    private MemberStatus present(Operation operation) {
        MemberStatus present = status;
        if (present == null) {
            throw new MemberNotFoundException(Failure.of(operation).build(), null);
        }
        return present;
    }

    private static Member member(ImageId imageId, ProjectId memberId, MemberStatus status) {
        return new Member(imageId, memberId, status.word(), Instant.EPOCH, Instant.EPOCH);
    }
}
