package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.glance4j.model.Image;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What of an image matters to the service's rules.
 *
 * @param owner the project that owns it; null where it has no owner
 * @param visibility who may see it
 * @param status where it stands
 * @param isProtected whether it is kept from being deleted
 * @param hasDiskFormat whether its disk format is set
 * @param hasContainerFormat whether its container format is set
 * @param tags its tags
 * @param propertyNames the names of its custom properties
 */
public record ImageFacts(
        @Nullable ProjectId owner,
        Visibility visibility,
        ImageStatus status,
        boolean isProtected,
        boolean hasDiskFormat,
        boolean hasContainerFormat,
        Set<String> tags,
        Set<String> propertyNames) {

    /** Refuses null, and copies the sets. */
    public ImageFacts {
        requireNonNull(visibility, "visibility");
        requireNonNull(status, "status");
        tags = Set.copyOf(tags);
        propertyNames = Set.copyOf(propertyNames);
    }

    /**
     * Returns what of this image matters.
     *
     * @param image the image
     * @return its facts
     */
    public static ImageFacts of(Image image) {
        return new ImageFacts(
                image.owner(),
                image.visibility(),
                image.status(),
                image.isProtected(),
                image.diskFormat() != null,
                image.containerFormat() != null,
                image.tags(),
                image.properties().keySet());
    }

    boolean isOwnedBy(ProjectId project) {
        return project.equals(owner);
    }

    boolean isShared() {
        return visibility == Visibility.SHARED;
    }
}
