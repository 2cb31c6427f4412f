package org.glance4j.feign.load;

import java.util.List;
import java.util.SplittableRandom;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;

/** Lets every change of a member's status happen, and loses one answer in four. */
final class LosingAnswers extends ForwardingTransport implements MemberOperations {
    private final SplittableRandom random;

    private LosingAnswers(ImageTransport delegate, SplittableRandom random) {
        super(delegate);
        this.random = random;
    }

    LosingAnswers(ImageTransport delegate, long seed) {
        this(delegate, new SplittableRandom(seed));
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        Member member = delegate().members().updateStatus(imageId, memberId, status);
        boolean lost;
        synchronized (random) {
            lost = random.nextInt(4) == 0;
        }
        if (lost) {
            throw new OutcomeUnknownException(
                    Failure.of(Operation.UPDATE_MEMBER)
                            .imageId(imageId)
                            .memberId(memberId)
                            .effect(Effect.UNKNOWN)
                            .build(),
                    null);
        }
        return member;
    }

    @Override
    public Member add(ImageId imageId, ProjectId memberId) {
        return delegate().members().add(imageId, memberId);
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        return delegate().members().get(imageId, memberId);
    }

    @Override
    public List<Member> list(ImageId imageId) {
        return delegate().members().list(imageId);
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        delegate().members().remove(imageId, memberId);
    }

    @Override
    public MemberOperations members() {
        return this;
    }

    @Override
    public ImageTransport uncached() {
        return new LosingAnswers(delegate().uncached(), random);
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return new LosingAnswers(delegate().within(deadline), random);
    }
}
