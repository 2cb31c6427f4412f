package org.glance4j.model;

import java.util.List;

/**
 * What is in the cache of one of the service's nodes: that which answered.
 *
 * @param cached the images whose data is there
 * @param queued the images that are to be put there
 */
public record ImageCacheState(List<CachedImage> cached, List<ImageId> queued) {

    /** Copies the lists. */
    public ImageCacheState {
        cached = List.copyOf(cached);
        queued = List.copyOf(queued);
    }
}
