package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.PERMITTED;
import static org.glance4j.lifecycle.Refusing.policyText;
import static org.glance4j.lifecycle.Refusing.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What the service says to requests to stage, to import, and to delete from a store. An import is looked at for its status before
 * its right, and for its right before its stores.
 *
 * <p>Source: {@code glance/api/v2/images.py} (import_image, delete_from_store), {@code image_data.py} (stage), {@code
 * glance/common/utils.py} (get_stores_from_request), 25.1.0.
 */
final class ImportLaw {
    private static final Pattern UUID_FORM = Pattern.compile(
            "(?:urn:)?(?:uuid:)?\\{?[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\\}?");

    private ImportLaw() {}

    /** Returns what is said before the image is looked at; null where nothing is. */
    static @Nullable Decision beforeImage(ImageRequest request, Case at) {
        ImportFacts site = at.facts().imports();
        if (request instanceof ImageRequest.ImportImage wanted) {
            String method = wanted.wanted().method().word();
            return isEnabled(method, site) ? null : unknownMethod(method);
        }
        if (request instanceof ImageRequest.Stage && !site.methods().contains(ImportMethod.GLANCE_DIRECT)) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.IMPORT_METHOD_UNKNOWN,
                    "the site does not enable the import method glance-direct, so that nothing is staged",
                    "'glance-direct' method is not available at this site.");
        }
        if (request instanceof ImageRequest.DeleteFromStore delete) {
            return deletable(delete.store(), site);
        }
        if (request instanceof ImageRequest.Upload upload
                && upload.store() != null
                && site.hasSeveralStores()
                && !site.stores().contains(upload.store())) {
            return refuse(
                    Refusal.BAD_REQUEST, Rule.STORE_UNKNOWN, noStore(upload.store()), noStoreText(upload.store()));
        }
        return null;
    }

    private static boolean isEnabled(String method, ImportFacts site) {
        return site.methods().stream().anyMatch(enabled -> enabled.word().equals(method));
    }

    private static Decision unknownMethod(String method) {
        return refuse(
                Refusal.BAD_REQUEST,
                Rule.IMPORT_METHOD_UNKNOWN,
                "the site does not enable the import method " + method,
                "Unknown import method name '" + method + "'.");
    }

    private static @Nullable Decision deletable(StoreId store, ImportFacts site) {
        if (!site.hasSeveralStores()) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.ONE_STORE_ONLY,
                    "the site has one store only, from which no image is deleted by itself",
                    Refusing.NOT_FOUND_TEXT);
        }
        return site.stores().contains(store)
                ? null
                : refuse(
                        Refusal.CONFLICT,
                        Rule.STORE_UNKNOWN,
                        noStore(store),
                        "The selected store " + store + " is not available on this node.");
    }

    static Decision stage(ImageId id, ImageFacts image, Case at) {
        if (!at.mayChange(image)) {
            return Refusing.notChangeable(id, image, at, "stage data for", ImageLaw.rightText(at, "modify_image"));
        }
        return ImageLifecycle.next(image.status()).contains(ImageStatus.UPLOADING)
                ? PERMITTED
                : refuse(
                        Refusal.CONFLICT,
                        Rule.IMAGE_NOT_QUEUED,
                        "data can be staged only while image " + id + " is queued",
                        ImageLaw.transitionText(image.status(), ImageStatus.UPLOADING));
    }

    static Decision importImage(ImageRequest.ImportImage request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        ImageImport wanted = request.wanted();
        boolean copies = wanted.method().equals(ImportMethod.COPY_IMAGE);
        Decision refused = status(id, wanted.method(), image.status());
        if (refused == null) {
            refused = formats(id, image);
        }
        if (refused == null && wanted.method().equals(ImportMethod.GLANCE_DOWNLOAD)) {
            refused = source(wanted);
        }
        if (refused == null) {
            refused = copies ? mayCopy(id, image, at) : mayImport(id, image, at);
        }
        if (refused == null && at.facts().imports().isImporting()) {
            refused = refuse(
                    Refusal.CONFLICT,
                    Rule.IMPORT_UNDER_WAY,
                    "an import of image " + id + " is under way",
                    "Image has active task");
        }
        if (refused == null) {
            refused = stores(request, copies, at.facts().imports());
        }
        if (refused == null
                && wanted.method().equals(ImportMethod.WEB_DOWNLOAD)
                && !at.facts().imports().passesFilter()) {
            refused = refuse(
                    Refusal.BAD_REQUEST,
                    Rule.URI_NOT_ALLOWED,
                    "the site's filters do not let the URI through: its scheme, host or port",
                    "URI for web-download does not pass filtering: " + (wanted.uri() == null ? "None" : wanted.uri()));
        }
        return refused == null ? PERMITTED : refused;
    }

    private static @Nullable Decision status(ImageId id, ImportMethod method, ImageStatus status) {
        boolean copies = method.equals(ImportMethod.COPY_IMAGE);
        if (status == ImageStatus.ACTIVE && !copies) {
            return notImportable(
                    "image " + id + " has data already", "Image with status active cannot be target for import");
        }
        if (status != ImageStatus.ACTIVE && copies) {
            return notImportable(
                    "image " + id + " is not active, and only an active image can be copied",
                    "Only images with status active can be targeted for copying");
        }
        boolean fetches = method.equals(ImportMethod.WEB_DOWNLOAD) || method.equals(ImportMethod.GLANCE_DOWNLOAD);
        if (fetches && status != ImageStatus.QUEUED) {
            return notImportable(
                    "image " + id + " is not queued",
                    "Image needs to be in 'queued' state to use '" + method + "' method");
        }
        if (method.equals(ImportMethod.GLANCE_DIRECT) && status != ImageStatus.UPLOADING) {
            return notImportable(
                    "no data is staged for image " + id,
                    "Image needs to be staged before 'glance-direct' method can be used");
        }
        return null;
    }

    private static Decision notImportable(String why, String text) {
        return refuse(Refusal.CONFLICT, Rule.IMAGE_NOT_IMPORTABLE, why, text);
    }

    private static @Nullable Decision formats(ImageId id, ImageFacts image) {
        if (image.hasContainerFormat() && image.hasDiskFormat()) {
            return null;
        }
        return refuse(
                Refusal.CONFLICT,
                Rule.FORMATS_MISSING,
                "disk format and container format of image " + id + " must be set before its data is imported",
                "'" + (image.hasContainerFormat() ? "disk_format" : "container_format")
                        + "' needs to be set before import");
    }

    private static @Nullable Decision source(ImageImport wanted) {
        String missing =
                wanted.region() == null ? "glance_region" : wanted.sourceImage() == null ? "glance_image_id" : "";
        if (!missing.isEmpty()) {
            return badSource("'" + missing + "' needs to be set for glance-download import method");
        }
        String source = String.valueOf(wanted.sourceImage());
        return UUID_FORM.matcher(source).matches()
                ? null
                : badSource("Remote image id does not look like a UUID: " + source);
    }

    private static Decision badSource(String text) {
        return refuse(
                Refusal.BAD_REQUEST,
                Rule.VALUE_NOT_ALLOWED,
                "an image of another region is named by the region and by its id, which is a UUID",
                text);
    }

    private static @Nullable Decision mayImport(ImageId id, ImageFacts image, Case at) {
        return at.mayChange(image)
                ? null
                : Refusing.notChangeable(id, image, at, "import data into", ImageLaw.rightText(at, "modify_image"));
    }

    /** Alike in both profiles: the legacy rules have no check of their own here. */
    private static @Nullable Decision mayCopy(ImageId id, ImageFacts image, Case at) {
        if (at.caller().isAdmin()) {
            return null;
        }
        return at.mayRead(image)
                ? refuse(
                        Refusal.FORBIDDEN,
                        Rule.ONLY_ADMIN_COPIES,
                        "only an admin can copy image " + id + " to further stores",
                        policyText("copy_image"))
                : Refusing.unreadable(id, at);
    }

    private static @Nullable Decision stores(ImageRequest.ImportImage request, boolean copies, ImportFacts site) {
        ImageImport wanted = request.wanted();
        if (!site.hasSeveralStores()) {
            return wanted.allStoresMustSucceed()
                    ? null
                    : refuse(
                            Refusal.BAD_REQUEST,
                            Rule.ONE_STORE_ONLY,
                            "the site has one store only, so that none may fail",
                            "All_stores_must_succeed can only be set with enabled_backends "
                                    + (wanted.uri() == null ? "None" : wanted.uri()));
        }
        if (wanted.allStores()) {
            return wanted.stores().isEmpty() && request.headerStore() == null
                    ? null
                    : ambiguous(
                            "All_stores parameter can't be used with x-image-meta-store header or stores parameter");
        }
        if (!wanted.stores().isEmpty() && request.headerStore() != null) {
            return ambiguous("Stores parameter and x-image-meta-store header can't be both specified");
        }
        List<StoreId> named = named(request);
        for (StoreId store : named) {
            if (!site.stores().contains(store)) {
                return refuse(Refusal.CONFLICT, Rule.STORE_UNKNOWN, noStore(store), noStoreText(store));
            }
        }
        for (StoreId store : copies ? site.holding() : List.<StoreId>of()) {
            if (named.contains(store)
                    || (named.isEmpty() && store.equals(site.stores().get(0)))) {
                return refuse(
                        Refusal.BAD_REQUEST,
                        Rule.STORE_HOLDS_IMAGE,
                        "store " + store + " holds the image already",
                        "Image is already present at store '" + store + "'");
            }
        }
        return null;
    }

    private static List<StoreId> named(ImageRequest.ImportImage request) {
        List<StoreId> named = new ArrayList<>(request.wanted().stores());
        if (request.headerStore() != null) {
            named.add(request.headerStore());
        }
        return named;
    }

    private static Decision ambiguous(String text) {
        return refuse(Refusal.BAD_REQUEST, Rule.STORES_AMBIGUOUS, "the stores are named in more than one way", text);
    }

    private static String noStore(StoreId store) {
        return "the site has no store " + store;
    }

    private static String noStoreText(StoreId store) {
        return "Store for identifier " + store + " not found";
    }

    static Decision deleteFromStore(ImageRequest.DeleteFromStore request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        Decision refused = mayDelete(id, image, at);
        if (refused != null) {
            return refused;
        }
        if (image.status() != ImageStatus.ACTIVE) {
            return refuse(
                    Refusal.CONFLICT,
                    Rule.IMAGE_NOT_ACTIVE,
                    "image " + id + " is not active, and only an active image is deleted from a store",
                    "It's not allowed to remove image data from store if image status is not 'active'");
        }
        List<StoreId> holding = at.facts().imports().holding();
        if (holding.size() == 1) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.LAST_STORE,
                    "no other store holds image " + id + "; delete the image instead",
                    "Cannot delete image data from the only store containing it. Consider deleting the image instead.");
        }
        return holding.contains(request.store())
                ? PERMITTED
                : refuse(
                        Refusal.NOT_FOUND,
                        Rule.IMAGE_NOT_IN_STORE,
                        "image " + id + " is not in store " + request.store(),
                        "Image " + id + " is not stored in store " + request.store() + ".");
    }

    /** Secure RBAC leaves it to admins, in two steps, the first of which the owner's project takes. */
    private static @Nullable Decision mayDelete(ImageId id, ImageFacts image, Case at) {
        if (at.caller().isAdmin()) {
            return null;
        }
        if (at.isLegacy()) {
            return at.owns(image)
                    ? null
                    : Refusing.notChangeable(id, image, at, "delete data of", ImageLaw.rightText(at, ""));
        }
        if (!at.mayRead(image)) {
            return Refusing.unreadable(id, at);
        }
        if (!at.owns(image) || !at.hasRole(Role.READER)) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_OWNER_CHANGES_IMAGE,
                    "only an admin can delete data of image " + id + " from a store",
                    policyText("get_image_location"));
        }
        return refuse(
                Refusal.FORBIDDEN,
                Rule.ONLY_ADMIN_DELETES_FROM_STORE,
                "only an admin can delete data of image " + id + " from a store",
                policyText("delete_image_location"));
    }
}
