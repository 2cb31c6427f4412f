package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;

/** The operations on the members of images. Source: Image API v2, image sharing; {@code glance/api/v2/image_members.py}, 25.1.0. */
public interface MemberOperations {

    /**
     * Makes a project a member of an image, and returns the membership, which is {@code pending}.
     *
     * @param imageId the image's id
     * @param memberId the project; the Image service does not check that it exists
     * @return the membership
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not shared, or not the caller's
     * @throws org.glance4j.error.AlreadyMemberException if the project is a member
     * @throws org.glance4j.error.MemberLimitExceededException if the image has as many members as the service allows
     */
    Member add(ImageId imageId, ProjectId memberId);

    /**
     * Returns a project's membership of an image.
     *
     * @param imageId the image's id
     * @param memberId the project
     * @return the membership as it is now
     * @throws org.glance4j.error.MemberNotFoundException if the project is no member, the image is not shared or not there,
     *     or the caller sees neither
     */
    Member get(ImageId imageId, ProjectId memberId);

    /**
     * Returns the memberships of an image that the caller sees: all for its owner, its own for a member.
     *
     * @param imageId the image's id
     * @return the memberships, in no order that can be relied on
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     */
    List<Member> list(ImageId imageId);

    /**
     * Sets a member's status, and returns the membership. Any status may follow any other; setting the one that is there
     * changes nothing.
     *
     * @param imageId the image's id
     * @param memberId the project
     * @param status the status to set
     * @return the membership
     * @throws org.glance4j.error.MemberNotFoundException if the project is no member, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller sees the member and is not it, or the image is not shared
     * @throws org.glance4j.error.InvalidRequestException for {@link MemberStatus#UNRECOGNIZED}, which is not sent
     */
    Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status);

    /**
     * Ends a project's membership of an image.
     *
     * @param imageId the image's id
     * @param memberId the project
     * @throws org.glance4j.error.MemberNotFoundException if the project is no member, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's, a member included, or is not shared
     */
    void remove(ImageId imageId, ProjectId memberId);
}
