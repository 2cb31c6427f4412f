package org.glance4j.sharing;

import java.util.Optional;
import org.glance4j.error.Failure;
import org.glance4j.internal.Waiting;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;

/**
 * Looks at a member until it has decided. Takes operations that read past every cache. No status of a member rules a decision out:
 * each may follow any other.
 */
record DecisionWait(MemberOperations members, Waiting waiting) {

    Member until(ImageId imageId, ProjectId project) {
        return waiting.until(
                () -> Optional.of(members.get(imageId, project))
                        .filter(member -> member.status() != MemberStatus.PENDING),
                Failure.of(Operation.GET_MEMBER).imageId(imageId).memberId(project),
                () -> "the member is still pending");
    }
}
