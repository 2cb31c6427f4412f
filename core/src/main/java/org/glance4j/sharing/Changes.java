package org.glance4j.sharing;

import java.util.ArrayList;
import java.util.List;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;

/**
 * Changes an image's members one by one and keeps what became of each. The failure of one keeps none of the others from
 * being tried. Not safe for use by several threads.
 */
final class Changes {
    private final ImageId imageId;
    private final MemberOperations members;
    private final Deadline deadline;
    private final List<Member> added = new ArrayList<>();
    private final List<Member> removed = new ArrayList<>();
    private final List<Member> left = new ArrayList<>();
    private final List<FailedChange> failed = new ArrayList<>();

    Changes(ImageId imageId, MemberOperations members, Deadline deadline) {
        this.imageId = imageId;
        this.members = members;
        this.deadline = deadline;
    }

    Changes leave(List<Member> unchanged) {
        left.addAll(unchanged);
        return this;
    }

    Changes add(Iterable<ProjectId> projects) {
        projects.forEach(project -> attempt(Operation.ADD_MEMBER, project, () -> {
            Offer offer = Offer.make(members, imageId, project);
            (offer.isNew() ? added : left).add(offer.member());
        }));
        return this;
    }

    Changes remove(Iterable<Member> surplus) {
        surplus.forEach(member -> attempt(Operation.REMOVE_MEMBER, member.memberId(), () -> {
            try {
                members.remove(imageId, member.memberId());
                removed.add(member);
            } catch (MemberNotFoundException gone) {
                // Somebody else removed it after it was listed: what is wanted holds.
                removed.add(member);
            }
        }));
        return this;
    }

    SharingResult result() {
        return new SharingResult(imageId, added, removed, left, failed);
    }

    private void attempt(Operation operation, ProjectId project, Runnable change) {
        try {
            refuseWhenOver(operation, project);
            change.run();
        } catch (ImageServiceException failure) {
            failed.add(new FailedChange(project, operation, failure));
        }
    }

    /** What is still to do when the time is over or the thread interrupted is not sent, whatever the transport would do. */
    private void refuseWhenOver(Operation operation, ProjectId project) {
        Failure.Builder failure = Failure.of(operation).imageId(imageId).memberId(project);
        if (deadline.hasPassed()) {
            throw new DeadlineExceededException(
                    failure.advice("the time was over before its turn; do it again with more")
                            .build(),
                    null);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(
                    failure.advice("the thread was interrupted before its turn").build(), null);
        }
    }
}
