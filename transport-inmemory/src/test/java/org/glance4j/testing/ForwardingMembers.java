package org.glance4j.testing;

import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;

/** Passes every operation on; subclasses count, delay or break some. */
public class ForwardingMembers implements MemberOperations {
    private final MemberOperations delegate;

    public ForwardingMembers(MemberOperations delegate) {
        this.delegate = delegate;
    }

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        return delegate.add(imageId, memberId);
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        return delegate.get(imageId, memberId);
    }

    @Override
    public List<Member> list(ImageId imageId) {
        return delegate.list(imageId);
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        return delegate.updateStatus(imageId, memberId, status);
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        delegate.remove(imageId, memberId);
    }
}
