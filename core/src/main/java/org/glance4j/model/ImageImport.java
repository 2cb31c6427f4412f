package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service is to import into an image, and into which stores. Without more it is the site's default store.
 *
 * <p>Source: Image API v2, interoperable image import; {@code glance/api/v2/images.py} (import_image), 25.1.0.
 *
 * @param method where the data comes from
 * @param uri what to download, for {@code web-download}; null otherwise
 * @param region the region of the other service, for {@code glance-download}; null otherwise
 * @param sourceImage the image in that region; null otherwise
 * @param serviceInterface which of that region's endpoints to use, such as {@code public}; null for the service's choice
 * @param stores the stores, each once and in the order in which they are filled; empty where none is named
 * @param allStores whether every store of the site is meant
 * @param allStoresMustSucceed whether the import fails as a whole if one of the stores does
 */
public record ImageImport(
        ImportMethod method,
        @Nullable String uri,
        @Nullable String region,
        @Nullable ImageId sourceImage,
        @Nullable String serviceInterface,
        List<StoreId> stores,
        boolean allStores,
        boolean allStoresMustSucceed) {

    /** Copies the stores, each once, and refuses null where it is not allowed. */
    public ImageImport {
        requireNonNull(method, "method");
        stores = List.copyOf(new LinkedHashSet<>(stores));
    }

    /**
     * Returns the import of what was staged before.
     *
     * @return the import
     */
    public static ImageImport glanceDirect() {
        return of(ImportMethod.GLANCE_DIRECT);
    }

    /**
     * Returns the import of what the service finds under a URI.
     *
     * @param uri an {@code http} or {@code https} address that the site's filters let through
     * @return the import
     */
    public static ImageImport webDownload(URI uri) {
        return new ImageImport(ImportMethod.WEB_DOWNLOAD, uri.toString(), null, null, null, List.of(), false, true);
    }

    /**
     * Returns the copying of an image's data to further stores.
     *
     * @return the import
     */
    public static ImageImport copyImage() {
        return of(ImportMethod.COPY_IMAGE);
    }

    /**
     * Returns the import of an image of another region, with its formats and some of its properties. The service reads it with
     * the caller's token.
     *
     * @param region the region's id
     * @param sourceImage the image there
     * @return the import
     */
    public static ImageImport glanceDownload(String region, ImageId sourceImage) {
        return new ImageImport(
                ImportMethod.GLANCE_DOWNLOAD,
                null,
                requireNonNull(region, "region"),
                requireNonNull(sourceImage, "sourceImage"),
                null,
                List.of(),
                false,
                true);
    }

    /**
     * Returns an import by a method that takes nothing but its name.
     *
     * @param method where the data comes from
     * @return the import
     */
    public static ImageImport of(ImportMethod method) {
        return new ImageImport(method, null, null, null, null, List.of(), false, true);
    }

    /**
     * Returns this import for stores in place of those that it has.
     *
     * @param ids the stores, in the order in which they are filled
     * @return the import
     */
    public ImageImport toStores(Collection<StoreId> ids) {
        return new ImageImport(
                method, uri, region, sourceImage, serviceInterface, List.copyOf(ids), false, allStoresMustSucceed);
    }

    /**
     * Returns this import for stores in place of those that it has.
     *
     * @param ids the stores, in the order in which they are filled
     * @return the import
     */
    public ImageImport toStores(StoreId... ids) {
        return toStores(List.of(ids));
    }

    /**
     * Returns this import for every store of the site. Copying leaves out those that hold the image.
     *
     * @return the import
     */
    public ImageImport toAllStores() {
        return new ImageImport(
                method, uri, region, sourceImage, serviceInterface, List.of(), true, allStoresMustSucceed);
    }

    /**
     * Returns this import as one that succeeds if any of its stores does: the image is active as soon as the first one has it. Only
     * a site with several stores takes it.
     *
     * @return the import
     */
    public ImageImport allowingFailures() {
        return new ImageImport(method, uri, region, sourceImage, serviceInterface, stores, allStores, false);
    }

    /**
     * Returns this import by way of another of the other region's endpoints.
     *
     * @param word {@code public}, {@code internal} or {@code admin}
     * @return the import
     */
    public ImageImport throughInterface(String word) {
        return new ImageImport(method, uri, region, sourceImage, word, stores, allStores, allStoresMustSucceed);
    }

    /** Returns the values, the address without a user and a password. */
    @Override
    public String toString() {
        return "ImageImport[method=" + method + ", uri=" + (uri == null ? null : Addresses.shown(uri)) + ", region="
                + region + ", sourceImage=" + sourceImage + ", serviceInterface=" + serviceInterface + ", stores="
                + stores + ", allStores=" + allStores + ", allStoresMustSucceed=" + allStoresMustSucceed + "]";
    }
}
