package org.glance4j.cache;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;

/** What a member is found by. */
record MemberKey(ImageId imageId, ProjectId memberId) {

    /** Refuses null. */
    MemberKey {
        requireNonNull(imageId, "imageId");
        requireNonNull(memberId, "memberId");
    }

    /** Written out: the generated one of three nested records is not always inlined into the look-up. */
    @Override
    public int hashCode() {
        return 31 * imageId.value().hashCode() + memberId.value().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemberKey that
                && memberId.value().equals(that.memberId.value())
                && imageId.value().equals(that.imageId.value());
    }
}
