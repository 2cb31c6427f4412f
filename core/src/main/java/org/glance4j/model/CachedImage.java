package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image whose data one of the service's nodes holds beside its store.
 *
 * <p>Source: Image API v2, cache; {@code glance/image_cache/drivers/sqlite.py} (get_cached_images), 25.1.0.
 *
 * @param imageId the image, which may be deleted
 * @param sizeBytes how much data there is
 * @param hits how often the data was taken from the cache
 * @param lastAccessed when it was taken last; null where the service did not say
 * @param lastModified when it was put there; null where the service did not say
 */
public record CachedImage(
        ImageId imageId,
        long sizeBytes,
        long hits,
        @Nullable Instant lastAccessed,
        @Nullable Instant lastModified) {

    /** Refuses null. */
    public CachedImage {
        requireNonNull(imageId, "imageId");
    }
}
