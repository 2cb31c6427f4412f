package org.glance4j.lifecycle;

import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;

/**
 * What the service says to requests about the locations of an image that it has found: they are shown to services only, and set by the
 * image's owner or a service while the image is queued. The same in both profiles.
 *
 * <p>Source: {@code glance/api/v2/images.py} (add_location, get_locations), {@code glance/policies/image.py}, 30.0.0.
 */
final class LocationLaw {
    private static final Role SERVICE = new Role("service");

    private LocationLaw() {}

    static Decision decide(ImageRequest request, ImageId id, ImageFacts image, Case at) {
        boolean isService = at.hasRole(SERVICE);
        if (request instanceof ImageRequest.ListLocations) {
            return isService
                    ? Refusing.PERMITTED
                    : Refusing.refuse(
                            Refusal.FORBIDDEN,
                            Rule.ONLY_SERVICE_SEES_LOCATIONS,
                            "the locations of image " + id + " are shown to callers with the role service",
                            Refusing.policyText("fetch_image_location"));
        }
        if (image.status() != ImageStatus.QUEUED) {
            return Refusing.refuse(
                    Refusal.CONFLICT,
                    Rule.IMAGE_NOT_QUEUED,
                    "image " + id + " is not queued",
                    "It's not allowed to add locations if image status is "
                            + image.status().word() + ".");
        }
        return isService || at.owns(image)
                ? Refusing.PERMITTED
                : Refusing.refuse(
                        Refusal.FORBIDDEN,
                        Rule.ONLY_OWNER_CHANGES_IMAGE,
                        "only the owner of image " + id + " or a service can add a location to it",
                        Refusing.policyText("add_image_location"));
    }
}
