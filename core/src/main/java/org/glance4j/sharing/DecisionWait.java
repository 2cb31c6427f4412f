package org.glance4j.sharing;

import java.time.Duration;
import java.util.Optional;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.Pauser;

/** Looks at a member until it has decided. Takes operations that read past every cache. */
record DecisionWait(MemberOperations members, Deadline deadline, Pauser pauser, Backoff backoff) {

    Member until(ImageId imageId, ProjectId project) {
        for (int looks = 0; ; looks++) {
            Member member = members.get(imageId, project);
            if (member.status() != MemberStatus.PENDING) {
                return member;
            }
            Duration pause = backoff.after(looks);
            Optional<Duration> left = deadline.remaining();
            pause(left.isPresent() && left.get().compareTo(pause) < 0 ? left.get() : pause, imageId, project);
            if (deadline.hasPassed()) {
                throw new DeadlineExceededException(
                        failure(imageId, project)
                                .advice("the member is still pending")
                                .build(),
                        null);
            }
        }
    }

    private void pause(Duration duration, ImageId imageId, ProjectId project) {
        try {
            pauser.pause(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    failure(imageId, project)
                            .advice("the thread was interrupted while the member was pending")
                            .build(),
                    interrupted);
        }
    }

    private static Failure.Builder failure(ImageId imageId, ProjectId project) {
        return Failure.of(Operation.GET_MEMBER)
                .imageId(imageId)
                .memberId(project)
                .effect(Effect.NOT_APPLIED);
    }
}
