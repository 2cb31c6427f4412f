package org.glance4j.sharing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.ProjectId;

/**
 * What has to change so that an image has exactly the members that are wanted, by the members that it had when it was looked
 * at.
 *
 * @param imageId the image
 * @param add the projects to make members, in the order in which they were named
 * @param remove the members to remove, whatever they decided
 * @param leave the members that stay as they are, their decisions included
 */
public record SharingPlan(ImageId imageId, Set<ProjectId> add, List<Member> remove, List<Member> leave) {

    /** Copies the collections, which keep their order. */
    public SharingPlan {
        requireNonNull(imageId, "imageId");
        add = Collections.unmodifiableSet(new LinkedHashSet<>(add));
        remove = List.copyOf(remove);
        leave = List.copyOf(leave);
    }

    /** Compares what is there with what is wanted. */
    static SharingPlan between(ImageId imageId, Collection<Member> present, Set<ProjectId> desired) {
        Set<ProjectId> missing = new LinkedHashSet<>(desired);
        List<Member> surplus = new ArrayList<>();
        List<Member> stay = new ArrayList<>();
        for (Member member : present) {
            missing.remove(member.memberId());
            (desired.contains(member.memberId()) ? stay : surplus).add(member);
        }
        return new SharingPlan(imageId, missing, surplus, stay);
    }

    /**
     * Returns whether nothing has to change.
     *
     * @return true if there is nobody to add or remove
     */
    public boolean isEmpty() {
        return add.isEmpty() && remove.isEmpty();
    }
}
