package org.glance4j.lifecycle;

import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.model.ImageStatus;

/**
 * The state machine of an image, and what the service says to requests about images. No status follows itself.
 *
 * <p>Source: {@code glance/domain/__init__.py} (Image.valid_state_targets), {@code glance/api/v2/images.py}, {@code
 * image_actions.py}, {@code image_data.py}, {@code image_tags.py}, {@code policy.py}, 25.1.0.
 */
public final class ImageLifecycle {
    private static final Table<ImageStatus> TABLE = Table.of(ImageStatus.class)
            .row(
                    ImageStatus.QUEUED,
                    Set.of(
                            ImageStatus.SAVING,
                            ImageStatus.UPLOADING,
                            ImageStatus.IMPORTING,
                            ImageStatus.ACTIVE,
                            ImageStatus.DELETED))
            .row(
                    ImageStatus.SAVING,
                    Set.of(ImageStatus.ACTIVE, ImageStatus.KILLED, ImageStatus.DELETED, ImageStatus.QUEUED))
            .row(ImageStatus.UPLOADING, Set.of(ImageStatus.IMPORTING, ImageStatus.QUEUED, ImageStatus.DELETED))
            .row(ImageStatus.IMPORTING, Set.of(ImageStatus.ACTIVE, ImageStatus.DELETED, ImageStatus.QUEUED))
            .row(ImageStatus.ACTIVE, Set.of(ImageStatus.PENDING_DELETE, ImageStatus.DELETED, ImageStatus.DEACTIVATED))
            .row(ImageStatus.KILLED, Set.of(ImageStatus.DELETED))
            .row(ImageStatus.PENDING_DELETE, Set.of(ImageStatus.DELETED, ImageStatus.ACTIVE))
            .row(ImageStatus.DEACTIVATED, Set.of(ImageStatus.ACTIVE, ImageStatus.DELETED))
            .row(ImageStatus.DELETED, Set.of())
            .build();

    private ImageLifecycle() {}

    /**
     * Returns the statuses that may follow directly.
     *
     * @param from an image status
     * @return the statuses, none after a final or an unrecognized one
     */
    public static Set<ImageStatus> next(ImageStatus from) {
        return TABLE.next(from);
    }

    /**
     * Returns whether nothing follows.
     *
     * @param status an image status
     * @return true for a final one, false for an unrecognized one
     */
    public static boolean isFinal(ImageStatus status) {
        return TABLE.isFinal(status);
    }

    /**
     * Returns whether waiting for a status makes sense: whether it is there, or may follow in any number of steps.
     *
     * @param from the status now
     * @param goal the status to wait for
     * @return true if it can come; also where either is unrecognized, which rules nothing out
     */
    public static boolean canReach(ImageStatus from, ImageStatus goal) {
        return TABLE.canReach(from, goal);
    }

    /**
     * Returns what the service says to a request.
     *
     * @param request the request
     * @param facts what is the case at the service
     * @param caller who asks
     * @param profile the service's rules
     * @return its answer; the first rule in the service's order that refuses, if any does
     */
    public static Decision decide(ImageRequest request, Facts facts, Caller caller, Profile profile) {
        return ImageLaw.decide(request, new Case(facts, caller, profile));
    }

    static Table<ImageStatus> table() {
        return TABLE;
    }
}
