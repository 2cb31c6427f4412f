package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.CacheRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.CachePart;
import org.glance4j.model.CachedImage;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;

/**
 * The cache of image data. It holds no data of its own: what is in it is all that shows. An image that is queued is put there as soon as
 * time has passed; one that is no longer active then stays queued. Runs under the cloud's lock.
 *
 * <p>Source: {@code glance/api/v2/cached_images.py}, {@code glance/image_cache/prefetcher.py}, 25.1.0.
 */
final class CacheCalls {
    private final Cloud cloud;
    private final Law law;
    private final boolean hasCache;
    private final Map<ImageId, CachedImage> cached = new LinkedHashMap<>();
    private final Set<ImageId> queued = new LinkedHashSet<>();

    CacheCalls(Cloud cloud, Law law, boolean hasCache) {
        this.cloud = cloud;
        this.law = law;
        this.hasCache = hasCache;
    }

    ImageCacheState list(Caller caller) {
        require(new CacheRequest.ListCache(), caller);
        return new ImageCacheState(List.copyOf(cached.values()), List.copyOf(queued));
    }

    void queue(Caller caller, ImageId id) {
        require(new CacheRequest.Queue(id), caller);
        if (!cached.containsKey(id) && queued.add(id)) {
            cloud.agenda().at(cloud.now().plusNanos(1), at -> fill(id, at));
        }
    }

    private void fill(ImageId id, Instant at) {
        ImageRecord image = cloud.find(id);
        if (queued.contains(id) && image != null && image.image().status() == ImageStatus.ACTIVE) {
            Long size = image.image().sizeBytes();
            cached.put(id, new CachedImage(id, size == null ? 0 : size, 0, at, at));
            queued.remove(id);
        }
    }

    void remove(Caller caller, ImageId id) {
        require(new CacheRequest.Remove(id), caller);
        cached.remove(id);
        queued.remove(id);
    }

    void clear(Caller caller, String part) {
        require(new CacheRequest.Clear(), caller);
        String word = part.toLowerCase(Locale.ROOT);
        boolean all = word.isEmpty();
        boolean cachedOnly = word.equals(CachePart.CACHED.word());
        boolean queuedOnly = word.equals(CachePart.QUEUED.word());
        if (!all && !cachedOnly && !queuedOnly) {
            throw law.refusal(
                    Operation.CLEAR_CACHE,
                    null,
                    Refusal.BAD_REQUEST,
                    Rule.VALUE_NOT_ALLOWED,
                    "the cache has no such part",
                    "If provided 'x-image-cache-clear-target' must be 'cache', 'queue' or empty string.");
        }
        if (!queuedOnly) {
            cached.clear();
        }
        if (!cachedOnly) {
            queued.clear();
        }
    }

    private void require(CacheRequest request, Caller caller) {
        ImageId id = request.imageId();
        ImageRecord image = cloud.find(id);
        law.require(request, hasCache, hasCache && (cached.containsKey(id) || queued.contains(id)), image, caller);
    }
}
