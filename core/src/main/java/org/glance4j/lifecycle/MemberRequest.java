package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;

/** A request that concerns the members of an image, with its arguments. */
public sealed interface MemberRequest {

    /**
     * Returns the image that the request addresses.
     *
     * @return the image's id
     */
    ImageId imageId();

    /**
     * Returns the operation that the request asks for.
     *
     * @return the operation
     */
    Operation operation();

    /**
     * Makes a project a member.
     *
     * @param imageId the image's id
     * @param memberId the project
     */
    record Add(ImageId imageId, ProjectId memberId) implements MemberRequest {
        /** Refuses null. */
        public Add {
            requireNonNull(imageId, "imageId");
            requireNonNull(memberId, "memberId");
        }

        @Override
        public Operation operation() {
            return Operation.ADD_MEMBER;
        }
    }

    /**
     * Shows one member.
     *
     * @param imageId the image's id
     * @param memberId the project
     */
    record Get(ImageId imageId, ProjectId memberId) implements MemberRequest {
        /** Refuses null. */
        public Get {
            requireNonNull(imageId, "imageId");
            requireNonNull(memberId, "memberId");
        }

        @Override
        public Operation operation() {
            return Operation.GET_MEMBER;
        }
    }

    /**
     * Lists the members that the caller sees; which ones, {@link Access#seesMember} says.
     *
     * @param imageId the image's id
     */
    record ListMembers(ImageId imageId) implements MemberRequest {
        /** Refuses null. */
        public ListMembers {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.LIST_MEMBERS;
        }
    }

    /**
     * Sets a member's status.
     *
     * @param imageId the image's id
     * @param memberId the project
     * @param statusWord the wanted status, as the caller wrote it
     */
    record Update(ImageId imageId, ProjectId memberId, String statusWord) implements MemberRequest {
        /** Refuses null. */
        public Update {
            requireNonNull(imageId, "imageId");
            requireNonNull(memberId, "memberId");
            requireNonNull(statusWord, "statusWord");
        }

        @Override
        public Operation operation() {
            return Operation.UPDATE_MEMBER;
        }
    }

    /**
     * Ends a membership.
     *
     * @param imageId the image's id
     * @param memberId the project
     */
    record Remove(ImageId imageId, ProjectId memberId) implements MemberRequest {
        /** Refuses null. */
        public Remove {
            requireNonNull(imageId, "imageId");
            requireNonNull(memberId, "memberId");
        }

        @Override
        public Operation operation() {
            return Operation.REMOVE_MEMBER;
        }
    }
}
