package org.glance4j.sharing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.glance4j.error.ImageServiceException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;

/**
 * What became of each project that an image's members were to change by. Every project stands in exactly one of the lists.
 *
 * @param imageId the image
 * @param added the members that were added, pending
 * @param removed the members that were removed, as they were before; also those that somebody else removed meanwhile
 * @param left the members that were there already and stay as they are
 * @param failed the changes that failed, each with its exception, in the order in which they were tried
 */
public record SharingResult(
        ImageId imageId, List<Member> added, List<Member> removed, List<Member> left, List<FailedChange> failed) {

    /** Copies the lists. */
    public SharingResult {
        requireNonNull(imageId, "imageId");
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        left = List.copyOf(left);
        failed = List.copyOf(failed);
    }

    /**
     * Returns whether all of it was done.
     *
     * @return true if nothing failed
     */
    public boolean isComplete() {
        return failed.isEmpty();
    }

    /**
     * Returns this result if all of it was done.
     *
     * @return this result
     * @throws ImageServiceException if something failed: the first failure, with the others as its suppressed exceptions
     */
    public SharingResult orElseThrow() {
        if (failed.isEmpty()) {
            return this;
        }
        ImageServiceException first = failed.get(0).failure();
        for (FailedChange change : failed) {
            if (change.failure() != first && !List.of(first.getSuppressed()).contains(change.failure())) {
                first.addSuppressed(change.failure());
            }
        }
        throw first;
    }
}
