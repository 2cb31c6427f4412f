package org.glance4j.feign.load;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.glance4j.auth.Caller;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageCacheOperations;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageImportOperations;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.LocationOperations;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.SchemaOperations;
import org.glance4j.transport.ServiceOperations;
import org.glance4j.transport.StoreOperations;
import org.glance4j.transport.TaskOperations;

/** Lets every change of a member's status happen, and loses one answer in four. */
record LosingAnswers(ImageTransport delegate, SplittableRandom random) implements ImageTransport, MemberOperations {

    LosingAnswers(ImageTransport delegate, long seed) {
        this(delegate, new SplittableRandom(seed));
    }

    @Override
    public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
        Member member = delegate.members().updateStatus(imageId, memberId, status);
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
        return delegate.members().add(imageId, memberId);
    }

    @Override
    public Member get(ImageId imageId, ProjectId memberId) {
        return delegate.members().get(imageId, memberId);
    }

    @Override
    public List<Member> list(ImageId imageId) {
        return delegate.members().list(imageId);
    }

    @Override
    public void remove(ImageId imageId, ProjectId memberId) {
        delegate.members().remove(imageId, memberId);
    }

    @Override
    public ImageOperations images() {
        return delegate.images();
    }

    @Override
    public MetadefOperations metadefs() {
        return delegate.metadefs();
    }

    @Override
    public ImageDataOperations data() {
        return delegate.data();
    }

    @Override
    public ImageImportOperations imports() {
        return delegate.imports();
    }

    @Override
    public StoreOperations stores() {
        return delegate.stores();
    }

    @Override
    public MemberOperations members() {
        return this;
    }

    @Override
    public ImageCacheOperations imageCache() {
        return delegate.imageCache();
    }

    @Override
    public LocationOperations locations() {
        return delegate.locations();
    }

    @Override
    public TaskOperations tasks() {
        return delegate.tasks();
    }

    @Override
    public ServiceOperations service() {
        return delegate.service();
    }

    @Override
    public SchemaOperations schemas() {
        return delegate.schemas();
    }

    @Override
    public Optional<Caller> caller() {
        return delegate.caller();
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return new LosingAnswers(delegate.within(deadline), random);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
