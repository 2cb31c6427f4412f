package org.glance4j.sharing;

import static java.util.Objects.requireNonNull;

import org.glance4j.error.ImageServiceException;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;

/**
 * A change of an image's members that failed.
 *
 * @param memberId the project that was to be added or removed
 * @param operation {@link Operation#ADD_MEMBER} or {@link Operation#REMOVE_MEMBER}
 * @param failure why; its {@link ImageServiceException#effect()} says whether the service may have changed something
 */
public record FailedChange(ProjectId memberId, Operation operation, ImageServiceException failure) {

    /** Refuses null. */
    public FailedChange {
        requireNonNull(memberId, "memberId");
        requireNonNull(operation, "operation");
        requireNonNull(failure, "failure");
    }
}
