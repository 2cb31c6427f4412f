package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A project's membership of one image, as the service held it when it answered.
 *
 * @param imageId the image that is shared
 * @param memberId the project it is shared with
 * @param statusWord the membership status as it stood on the wire
 * @param createdAt when the project was first made a member; kept when it is removed and added again; whole seconds
 * @param updatedAt when the status last changed; whole seconds
 */
public record Member(ImageId imageId, ProjectId memberId, String statusWord, Instant createdAt, Instant updatedAt) {

    /** Refuses null. */
    public Member {
        requireNonNull(imageId, "imageId");
        requireNonNull(memberId, "memberId");
        requireNonNull(statusWord, "statusWord");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
    }

    /**
     * Returns the membership status, {@link MemberStatus#UNRECOGNIZED} if {@link #statusWord()} is not known here.
     *
     * @return the status
     */
    public MemberStatus status() {
        return MemberStatus.of(statusWord);
    }
}
