package org.glance4j;

import org.glance4j.internal.Calls;
import org.glance4j.model.CachePart;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageCacheOperations;

/** Begins a call for each operation, where the service offers it. */
record LimitedImageCache(Calls calls) implements ImageCacheOperations {

    @Override
    public ImageCacheState list() {
        return calls.begin(Operation.LIST_CACHE).imageCache().list();
    }

    @Override
    public void queue(ImageId id) {
        calls.begin(Operation.CACHE_IMAGE).imageCache().queue(id);
    }

    @Override
    public void remove(ImageId id) {
        calls.begin(Operation.UNCACHE_IMAGE).imageCache().remove(id);
    }

    @Override
    public void clear() {
        calls.begin(Operation.CLEAR_CACHE).imageCache().clear();
    }

    @Override
    public void clear(CachePart part) {
        calls.begin(Operation.CLEAR_CACHE).imageCache().clear(part);
    }
}
