package org.glance4j.cache;

import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;
import org.jspecify.annotations.Nullable;

/** Looks single members up in the cache first. Safe for use by several threads. */
final class CachingMembers implements MemberOperations {
    private final MemberOperations delegate;
    private final MemberOperations changes;
    private final MemberCache cache;
    private final Refresher refresher;
    private final Deadline deadline;

    CachingMembers(MemberOperations delegate, MemberCache cache, Refresher refresher, Deadline deadline) {
        this.delegate = delegate;
        this.changes = new InvalidatingMembers(delegate, cache);
        this.cache = cache;
        this.refresher = refresher;
        this.deadline = deadline;
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        MemberKey key = new MemberKey(imageId, memberId);
        Load load = cache.find(key);
        Member member = load == null ? null : memberOf(key, load);
        return member != null ? member : cache.load(key, deadline, () -> delegate.get(imageId, memberId));
    }

    /** Returns what is cached or under way; null where this thread has to load. */
    private @Nullable Member memberOf(MemberKey key, Load load) {
        Member member = load.getNow(null);
        if (member == null) {
            return cache.await(key, load, deadline);
        }
        refresher.sawHit(key, load);
        return member;
    }

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        return changes.add(imageId, memberId);
    }

    @Override
    public List<Member> list(ImageId imageId) {
        return delegate.list(imageId);
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        return changes.updateStatus(imageId, memberId, status);
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        changes.remove(imageId, memberId);
    }
}
