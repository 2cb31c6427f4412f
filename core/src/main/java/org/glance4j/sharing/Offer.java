package org.glance4j.sharing;

import java.util.Optional;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;

/**
 * A project that is a member, because of this offer or from before.
 *
 * @param member the membership
 * @param isNew whether this offer made it
 */
record Offer(Member member, boolean isNew) {
    private static final int ATTEMPTS = 3;

    /** Makes a project a member unless it is one. Takes operations that read past every cache. */
    static Offer make(MemberOperations members, ImageId imageId, ProjectId project) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Offer(members.add(imageId, project), true);
            } catch (AlreadyMemberException there) {
                Optional<Member> row = find(members, imageId, project);
                if (row.isPresent()) {
                    return new Offer(row.get(), false);
                }
                // Somebody withdrew it between the two requests: it can be offered again, unless that goes on and on.
                if (attempt == ATTEMPTS) {
                    throw there;
                }
            } catch (MemberLimitExceededException full) {
                return new Offer(findWhenFull(members, imageId, project, full), false);
            }
        }
    }

    /** The service looks at the quota before it looks for a duplicate: a full image refuses its members as one too many. */
    private static Member findWhenFull(
            MemberOperations members, ImageId imageId, ProjectId project, MemberLimitExceededException full) {
        try {
            return find(members, imageId, project).orElseThrow(() -> full);
        } catch (ImageServiceException unreadable) {
            if (unreadable != full) {
                full.addSuppressed(unreadable);
            }
            throw full;
        }
    }

    private static Optional<Member> find(MemberOperations members, ImageId imageId, ProjectId project) {
        try {
            return Optional.of(members.get(imageId, project));
        } catch (MemberNotFoundException absent) {
            return Optional.empty();
        }
    }
}
