package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.PERMITTED;
import static org.glance4j.lifecycle.Refusing.policyText;
import static org.glance4j.lifecycle.Refusing.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the service says to requests about images and their data: image found, then right, then the image's own state.
 *
 * <p>Source: {@code glance/api/v2/images.py}, {@code image_actions.py}, {@code image_data.py}, {@code image_tags.py}, {@code
 * glance/api/v2/policy.py} (ImageAPIPolicy), {@code glance/domain/__init__.py} (Image), 25.1.0.
 */
final class ImageLaw {
    private static final Set<String> LISTED_VISIBILITIES =
            Set.of("", "all", "community", "private", "public", "shared");
    private static final Set<String> LISTED_STATUSES = Set.of("accepted", "all", "pending", "rejected");

    private ImageLaw() {}

    static Decision decide(ImageRequest request, Case at) {
        if (request instanceof ImageRequest.Create create) {
            return CreateLaw.decide(create.image(), at);
        }
        if (request instanceof ImageRequest.ListImages list) {
            return list(list, at);
        }
        if (request instanceof ImageRequest.Update update) {
            return UpdateLaw.decide(update, at);
        }
        if (request instanceof ImageRequest.ListStores list) {
            return listStores(list, at);
        }
        Decision early = ImportLaw.beforeImage(request, at);
        if (early != null) {
            return early;
        }
        ImageId id = request.imageId();
        if (id == null) {
            return PERMITTED;
        }
        ImageFacts image = at.facts().image();
        if (image == null || !at.isFound()) {
            return Refusing.notFound(id, at, notFoundText(request, id));
        }
        if (request instanceof ImageRequest.ListLocations || request instanceof ImageRequest.AddLocation) {
            return LocationLaw.decide(request, id, image, at);
        }
        if (request instanceof ImageRequest.Delete) {
            return delete(id, image, at);
        }
        if (request instanceof ImageRequest.AddTag add) {
            return addTag(add, image, at);
        }
        if (request instanceof ImageRequest.RemoveTag remove) {
            return removeTag(remove, image, at);
        }
        if (request instanceof ImageRequest.Deactivate) {
            return deactivate(id, image, at);
        }
        if (request instanceof ImageRequest.Reactivate) {
            return reactivate(id, image, at);
        }
        if (request instanceof ImageRequest.Upload) {
            return upload(id, image, at);
        }
        if (request instanceof ImageRequest.Stage) {
            return ImportLaw.stage(id, image, at);
        }
        if (request instanceof ImageRequest.ImportImage wanted) {
            return ImportLaw.importImage(wanted, image, at);
        }
        if (request instanceof ImageRequest.DeleteFromStore delete) {
            return ImportLaw.deleteFromStore(delete, image, at);
        }
        if (request instanceof ImageRequest.Download) {
            return download(id, image, at);
        }
        return at.mayRead(image) ? PERMITTED : Refusing.unreadable(id, at);
    }

    static String noImageText(ImageId id) {
        return "No image found with ID " + id;
    }

    private static String notFoundText(ImageRequest request, ImageId id) {
        if (request instanceof ImageRequest.Delete) {
            return "Failed to find image " + id + " to delete";
        }
        if (request instanceof ImageRequest.DeleteFromStore) {
            return "Failed to find image " + id;
        }
        if (request instanceof ImageRequest.ListTasks) {
            return Refusing.NOT_FOUND_TEXT;
        }
        boolean tags = request instanceof ImageRequest.AddTag || request instanceof ImageRequest.RemoveTag;
        return tags ? "Image " + id + " not found." : noImageText(id);
    }

    private static Decision list(ImageRequest.ListImages request, Case at) {
        if (isUnknown(request.visibilityWord(), LISTED_VISIBILITIES)) {
            return refuse(
                    Refusal.BAD_REQUEST,
                    Rule.LIST_FILTER_UNKNOWN,
                    "the service lists by the visibilities public, community, shared, private and all",
                    "Invalid visibility value: " + request.visibilityWord());
        }
        if (isUnknown(request.memberStatusWord(), LISTED_STATUSES)) {
            return refuse(
                    Refusal.BAD_REQUEST,
                    Rule.LIST_FILTER_UNKNOWN,
                    "the service lists by the membership statuses pending, accepted, rejected and all",
                    "Invalid status: " + request.memberStatusWord());
        }
        if (!at.isLegacy() && !at.caller().isAdmin() && !at.hasRole(Role.READER)) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.ROLE_CANNOT_READ,
                    "listing images takes the role reader, which the caller does not have",
                    policyText("get_images"));
        }
        return PERMITTED;
    }

    private static boolean isUnknown(@Nullable String word, Set<String> known) {
        return word != null && !known.contains(word);
    }

    private static Decision listStores(ImageRequest.ListStores request, Case at) {
        if (!at.facts().imports().hasSeveralStores()) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.ONE_STORE_ONLY,
                    "the site has one store only",
                    "Multi backend is not supported at this site.");
        }
        return !request.detailed() || at.caller().isAdmin()
                ? PERMITTED
                : refuse(
                        Refusal.FORBIDDEN,
                        Rule.ONLY_ADMIN_SEES_STORES,
                        "only an admin is told how stores are configured",
                        policyText("stores_info_detail"));
    }

    private static Decision delete(ImageId id, ImageFacts image, Case at) {
        if (!at.mayChange(image)) {
            return Refusing.notChangeable(id, image, at, "delete", rightText(at, "delete_image"));
        }
        if (image.isProtected()) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.IMAGE_PROTECTED,
                    "image " + id + " is protected; unprotect it first",
                    "Image " + id + " is protected and cannot be deleted.");
        }
        if (image.status() != ImageStatus.UNRECOGNIZED
                && !ImageLifecycle.next(image.status()).contains(ImageStatus.DELETED)) {
            return refuse(
                    Refusal.BAD_REQUEST,
                    Rule.IMAGE_NOT_DELETABLE,
                    "image " + id + " cannot be deleted in its status",
                    transitionText(image.status(), ImageStatus.DELETED));
        }
        return PERMITTED;
    }

    private static Decision addTag(ImageRequest.AddTag request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        if (!at.mayChange(image)) {
            String legacy = "Not allowed to update tags for image " + id + ".";
            return Refusing.notChangeable(id, image, at, "tag", at.isLegacy() ? legacy : policyText("modify_image"));
        }
        int attempted = image.tags().size() + 1;
        if (!image.tags().contains(request.tag())
                && Limits.exceeds(attempted, at.facts().limits().tags())) {
            String limit = tagLimitText(attempted, at.facts().limits());
            return tagLimit(id, "Image tag limit exceeded for image " + id + ": " + limit + ":");
        }
        return PERMITTED;
    }

    static Decision tagLimit(@Nullable ImageId id, String text) {
        return refuse(
                Refusal.TOO_LARGE,
                Rule.TAG_LIMIT,
                (id == null ? "the image" : "image " + id) + " would have more tags than the service allows",
                text);
    }

    static String tagLimitText(int attempted, Limits limits) {
        return "The limit has been exceeded on the number of allowed image tags. Attempted: " + attempted
                + ", Maximum: " + limits.tags();
    }

    private static Decision removeTag(ImageRequest.RemoveTag request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        if (!at.mayChange(image)) {
            String legacy = "Not allowed to delete tags for image " + id + ".";
            return Refusing.notChangeable(id, image, at, "untag", at.isLegacy() ? legacy : policyText("modify_image"));
        }
        if (!image.tags().contains(request.tag())) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.TAG_NOT_FOUND,
                    "image " + id + " does not have the tag '" + request.tag() + "'",
                    Refusing.NOT_FOUND_TEXT);
        }
        return PERMITTED;
    }

    private static Decision deactivate(ImageId id, ImageFacts image, Case at) {
        if (!at.mayChange(image)) {
            return Refusing.notChangeable(id, image, at, "deactivate", rightText(at, "deactivate"));
        }
        return hasData(image.status())
                ? PERMITTED
                : refuse(
                        Refusal.FORBIDDEN,
                        Rule.IMAGE_NOT_ACTIVE,
                        "image " + id + " is not active, and only an active image can be deactivated",
                        "Not allowed to deactivate image in status '" + word(image.status()) + "'");
    }

    private static Decision reactivate(ImageId id, ImageFacts image, Case at) {
        if (!at.mayChange(image)) {
            return Refusing.notChangeable(id, image, at, "reactivate", rightText(at, "reactivate"));
        }
        return hasData(image.status())
                ? PERMITTED
                : refuse(
                        Refusal.FORBIDDEN,
                        Rule.IMAGE_NOT_DEACTIVATED,
                        "image " + id + " is not deactivated, and only a deactivated image can be reactivated",
                        "Not allowed to reactivate image in status '" + word(image.status()) + "'");
    }

    /** Deactivating what is deactivated and reactivating what is active are no-ops, not refusals. */
    private static boolean hasData(ImageStatus status) {
        return status == ImageStatus.ACTIVE || status == ImageStatus.DEACTIVATED;
    }

    private static Decision upload(ImageId id, ImageFacts image, Case at) {
        if (!at.mayChange(image)) {
            String legacy = "Not allowed to upload image data for image " + id;
            return Refusing.notChangeable(
                    id, image, at, "upload data to", at.isLegacy() ? legacy : policyText("upload_image"));
        }
        if (!ImageLifecycle.next(image.status()).contains(ImageStatus.SAVING)) {
            return refuse(
                    Refusal.CONFLICT,
                    Rule.IMAGE_NOT_QUEUED,
                    "data can be uploaded only while image " + id + " is queued",
                    transitionText(image.status(), ImageStatus.SAVING));
        }
        return formatsMissing(id, image.hasDiskFormat(), image.hasContainerFormat());
    }

    /** Data cannot be taken before both formats are set. */
    static Decision formatsMissing(ImageId id, boolean hasDiskFormat, boolean hasContainerFormat) {
        List<String> missing = new ArrayList<>();
        if (!hasDiskFormat) {
            missing.add("disk_format");
        }
        if (!hasContainerFormat) {
            missing.add("container_format");
        }
        if (!missing.isEmpty()) {
            return refuse(
                    Refusal.BAD_REQUEST,
                    Rule.FORMATS_MISSING,
                    "disk format and container format of image " + id + " must be set before data is uploaded",
                    (missing.size() == 1 ? "Property " : "Properties ") + String.join(", ", missing)
                            + " must be set prior to saving data.");
        }
        return PERMITTED;
    }

    private static Decision download(ImageId id, ImageFacts image, Case at) {
        if (image.status() == ImageStatus.DEACTIVATED && !at.caller().isAdmin()) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.IMAGE_DEACTIVATED,
                    "image " + id + " is deactivated, and only an admin can read its data until it is active again",
                    "The requested image has been deactivated. Image data download is forbidden.");
        }
        if (Access.mayDownload(image, at.caller(), at.profile())) {
            return PERMITTED;
        }
        if (!at.mayRead(image)) {
            return Refusing.unreadable(id, at);
        }
        return refuse(
                Refusal.FORBIDDEN,
                Rule.ROLE_CANNOT_DOWNLOAD,
                "reading the data of image " + id + " takes the role member, which the caller does not have",
                policyText("download_image"));
    }

    /** What the service says to a caller without the right where the operation has no sentence of its own. */
    static String rightText(Case at, String policy) {
        return at.isLegacy() ? "You do not own this image" : policyText(policy);
    }

    static String transitionText(ImageStatus from, ImageStatus to) {
        return "Image status transition from " + word(from) + " to " + word(to) + " is not allowed";
    }

    private static String word(ImageStatus status) {
        return status == ImageStatus.UNRECOGNIZED ? "unknown" : status.word();
    }
}
