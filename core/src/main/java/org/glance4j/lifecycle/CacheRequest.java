package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/** A request that concerns the cache of image data. */
public sealed interface CacheRequest {

    /**
     * Returns the operation that the request asks for.
     *
     * @return the operation
     */
    Operation operation();

    /**
     * Returns the image that the request addresses.
     *
     * @return the image's id; null for none
     */
    @Nullable
    ImageId imageId();

    /** Shows what is in the cache. */
    record ListCache() implements CacheRequest {
        @Override
        public Operation operation() {
            return Operation.LIST_CACHE;
        }

        @Override
        public @Nullable ImageId imageId() {
            return null;
        }
    }

    /**
     * Has an image's data put into the cache.
     *
     * @param imageId the image's id
     */
    record Queue(ImageId imageId) implements CacheRequest {
        /** Refuses null. */
        public Queue {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.CACHE_IMAGE;
        }
    }

    /**
     * Removes an image from the cache.
     *
     * @param imageId the image's id
     */
    record Remove(ImageId imageId) implements CacheRequest {
        /** Refuses null. */
        public Remove {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.UNCACHE_IMAGE;
        }
    }

    /** Clears the cache, or a part of it. */
    record Clear() implements CacheRequest {
        @Override
        public Operation operation() {
            return Operation.CLEAR_CACHE;
        }

        @Override
        public @Nullable ImageId imageId() {
            return null;
        }
    }
}
