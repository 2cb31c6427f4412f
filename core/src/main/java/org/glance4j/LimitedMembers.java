package org.glance4j;

import java.util.List;
import org.glance4j.internal.Calls;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;

/** Begins a call for each operation. */
record LimitedMembers(Calls calls) implements MemberOperations {

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        return calls.begin().members().add(imageId, memberId);
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        return calls.begin().members().get(imageId, memberId);
    }

    @Override
    public List<Member> list(ImageId imageId) {
        return calls.begin().members().list(imageId);
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        return calls.begin().members().updateStatus(imageId, memberId, status);
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        calls.begin().members().remove(imageId, memberId);
    }
}
