package org.glance4j.cache;

import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;

/**
 * Drops from the cache what is changed, whether the change succeeds or not: one that failed may have been applied. Safe for
 * use by several threads.
 */
record InvalidatingMembers(MemberOperations delegate, MemberCache cache) implements MemberOperations {

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        try {
            return delegate.add(imageId, memberId);
        } finally {
            drop(imageId, memberId);
        }
    }

    /** Drops the member as well: what was seen past the cache is not to be followed by something older from it. */
    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        try {
            return delegate.get(imageId, memberId);
        } finally {
            drop(imageId, memberId);
        }
    }

    @Override
    public List<Member> list(ImageId imageId) {
        return delegate.list(imageId);
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        try {
            return delegate.updateStatus(imageId, memberId, status);
        } finally {
            drop(imageId, memberId);
        }
    }

    /** Drops all members of the image: a caller that loses its own membership loses sight of the others. */
    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        try {
            delegate.remove(imageId, memberId);
        } finally {
            cache.dropAll(imageId);
        }
    }

    private void drop(ImageId imageId, ProjectId memberId) {
        cache.drop(new MemberKey(imageId, memberId));
    }
}
