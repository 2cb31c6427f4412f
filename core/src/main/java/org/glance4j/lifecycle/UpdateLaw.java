package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.PERMITTED;
import static org.glance4j.lifecycle.Refusing.policyText;
import static org.glance4j.lifecycle.Refusing.refuse;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What the service says to a patch: the names of the fields before the image is looked up, then each operation in its turn. A
 * patch without operations takes no right beyond finding the image.
 *
 * <p>Adding an {@code owner} is refused like replacing it, although the server lets an owner do it by an oversight.
 *
 * <p>Source: {@code glance/api/v2/images.py} (update, _do_add, _do_replace, _do_remove), {@code glance/api/v2/policy.py}
 * (update_property), 25.1.0.
 */
final class UpdateLaw {
    /** What webob puts before a text that is a detail and no explanation of its own. */
    static final String DENIED = "Access was denied to this resource.";

    private static final String CONFLICT = "There was a conflict when trying to complete your request.";
    private static final Set<String> FORMATS = Set.of("disk_format", "container_format");

    private final ImageRequest.Update request;
    private final ImageId id;
    private final ImageFacts image;
    private final Case at;
    private final Set<String> properties;
    private final LocationChanges locations;
    private ImageStatus status;
    private boolean hasDiskFormat;
    private boolean hasContainerFormat;
    private boolean relocates;

    private UpdateLaw(ImageRequest.Update request, ImageFacts image, Case at) {
        this.request = request;
        this.id = request.imageId();
        this.image = image;
        this.at = at;
        this.properties = new HashSet<>(image.propertyNames());
        this.locations = new LocationChanges(id, at.facts().locations());
        this.status = image.status();
        this.hasDiskFormat = image.hasDiskFormat();
        this.hasContainerFormat = image.hasContainerFormat();
    }

    static Decision decide(ImageRequest.Update request, Case at) {
        for (ImagePatch.Operation change : request.patch().operations()) {
            if (Fields.isReadOnly(change.field())) {
                return Fields.readOnly(change.field());
            }
            if (Fields.isReserved(change.field())) {
                return Fields.reserved(change.field(), null);
            }
        }
        ImageFacts image = at.facts().image();
        if (image == null || !at.isFound()) {
            return Refusing.notFound(request.imageId(), at, ImageLaw.noImageText(request.imageId()));
        }
        return new UpdateLaw(request, image, at).decideAll(request.patch().operations());
    }

    private Decision decideAll(List<ImagePatch.Operation> changes) {
        for (ImagePatch.Operation change : changes) {
            Decision decision = decideOne(change);
            if (decision instanceof Decision.Refused) {
                return decision;
            }
        }
        int count = Fields.counted(properties);
        boolean grown = !image.propertyNames().containsAll(properties);
        if (grown && Limits.exceeds(count, at.facts().limits().properties())) {
            return Fields.propertyLimit(count, at.facts().limits());
        }
        // Of who relocates the legacy rules ask nothing before the change is stored.
        return relocates && !at.mayChange(image)
                ? Refusing.notChangeable(id, image, at, "change", ImageLaw.rightText(at, ""))
                : PERMITTED;
    }

    private Decision decideOne(ImagePatch.Operation change) {
        String field = change.field();
        if (field.equals(Fields.LOCATIONS)) {
            return locations(change);
        }
        if (field.equals("owner")
                && change.kind() != ImagePatch.Kind.REMOVE
                && !at.caller().isAdmin()) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_ADMIN_GIVES_AWAY,
                    "only an admin can change the owner of image " + id,
                    DENIED + " Owner can't be updated by non admin.");
        }
        if (field.equals("visibility") && change.kind() != ImagePatch.Kind.REMOVE) {
            Decision visibility = visibility(change.value());
            if (visibility instanceof Decision.Refused) {
                return visibility;
            }
        }
        if (!at.mayChange(image)) {
            return Refusing.notChangeable(id, image, at, "change", ImageLaw.rightText(at, "modify_image"));
        }
        return Fields.isStandard(field) ? standard(change) : custom(change);
    }

    private Decision visibility(@Nullable Object wanted) {
        if (Visibility.PUBLIC.word().equals(wanted) && !at.caller().isAdmin()) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_ADMIN_PUBLICIZES,
                    "only an admin can make image " + id + " public",
                    policyText("publicize_image"));
        }
        if (Visibility.COMMUNITY.word().equals(wanted) && !at.isLegacy() && !at.mayChange(image)) {
            return at.owns(image)
                    ? Refusing.cannotWrite(id, policyText("communitize_image"))
                    : refuse(
                            Refusal.FORBIDDEN,
                            Rule.ONLY_OWNER_CHANGES_IMAGE,
                            "only the owner of image " + id + " or an admin can change it",
                            policyText("communitize_image"));
        }
        return PERMITTED;
    }

    private Decision standard(ImagePatch.Operation change) {
        String field = change.field();
        if (change.kind() == ImagePatch.Kind.REMOVE) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.FIELD_NOT_REMOVABLE,
                    "the field " + field + " can be changed, not removed",
                    DENIED + " Property " + field + " may not be removed.");
        }
        if (change.kind() == ImagePatch.Kind.ADD && request.strictAdd()) {
            return present(field);
        }
        if (FORMATS.contains(field) && status != ImageStatus.QUEUED && status != ImageStatus.IMPORTING) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.FORMATS_FIXED,
                    "the formats of image " + id + " can be changed only while it is queued",
                    "Attribute " + field + " can be only replaced for a queued image.");
        }
        if (field.equals("disk_format")) {
            hasDiskFormat = change.value() != null;
        } else if (field.equals("container_format")) {
            hasContainerFormat = change.value() != null;
        }
        if (field.equals("tags") && change.value() instanceof Collection<?> tags) {
            int count = new HashSet<>(tags).size();
            if (Limits.exceeds(count, at.facts().limits().tags())) {
                return ImageLaw.tagLimit(
                        id, ImageLaw.tagLimitText(count, at.facts().limits()));
            }
        }
        return PERMITTED;
    }

    private Decision custom(ImagePatch.Operation change) {
        String name = change.field();
        boolean there = properties.contains(name);
        if (change.kind() == ImagePatch.Kind.ADD) {
            if (there && request.strictAdd()) {
                return present(name);
            }
            properties.add(name);
            return PERMITTED;
        }
        if (!there) {
            return refuse(
                    Refusal.CONFLICT,
                    Rule.PROPERTY_NOT_FOUND,
                    "image " + id + " does not have the property " + name,
                    CONFLICT + " Property " + name + " does not exist.");
        }
        if (change.kind() == ImagePatch.Kind.REMOVE) {
            properties.remove(name);
        }
        return PERMITTED;
    }

    private Decision present(String field) {
        return refuse(
                Refusal.CONFLICT,
                Rule.FIELD_PRESENT,
                "image " + id + " has the field " + field + " already",
                CONFLICT + " Property " + field + " already present.");
    }

    /** Emptying them is refused in any case, then right, then all else. */
    private Decision locations(ImagePatch.Operation change) {
        ImagePatch.Kind kind = change.kind();
        boolean isEmptied = kind == ImagePatch.Kind.REPLACE
                && (change.value() == null || (change.value() instanceof Collection<?> list && list.isEmpty()));
        if (isEmptied) {
            return LocationChanges.closed(id, DENIED + " Cannot set locations to empty list.");
        }
        Decision right = kind == ImagePatch.Kind.REMOVE ? mayRemoveLocations() : maySetLocations();
        if (right instanceof Decision.Refused) {
            return right;
        }
        Decision decision = locations.decide(change, status);
        if (decision instanceof Decision.Refused || status != ImageStatus.QUEUED) {
            relocates = true;
            return decision;
        }
        relocates = true;
        status = ImageStatus.ACTIVE;
        return ImageLaw.formatsMissing(id, hasDiskFormat, hasContainerFormat);
    }

    private Decision maySetLocations() {
        return at.isLegacy() || at.mayChange(image)
                ? PERMITTED
                : Refusing.notChangeable(id, image, at, "set the locations of", policyText("set_image_location"));
    }

    private Decision mayRemoveLocations() {
        if (at.caller().isAdmin()) {
            return PERMITTED;
        }
        if (at.isLegacy()) {
            return at.mayChange(image)
                    ? PERMITTED
                    : Refusing.notChangeable(id, image, at, "remove a location of", ImageLaw.rightText(at, ""));
        }
        return at.mayRead(image)
                ? refuse(
                        Refusal.FORBIDDEN,
                        Rule.ONLY_ADMIN_REMOVES_LOCATIONS,
                        "only an admin can remove a location of image " + id,
                        policyText("delete_image_location"))
                : Refusing.unreadable(id, at);
    }
}
