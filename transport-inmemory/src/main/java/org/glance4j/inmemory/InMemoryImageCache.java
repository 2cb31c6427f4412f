package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import org.glance4j.error.Failure;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.CachePart;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageCacheOperations;

/** The service's cache, as one caller works with it. Safe for use by several threads. */
record InMemoryImageCache(Door door) implements ImageCacheOperations {

    @Override
    public ImageCacheState list() {
        door.enter(Failure.of(Operation.LIST_CACHE));
        return door.engine().listCache(door.caller());
    }

    @Override
    public void queue(ImageId id) {
        RequestChecks.addressable(Operation.CACHE_IMAGE, id);
        door.enter(Failure.of(Operation.CACHE_IMAGE).imageId(id));
        door.engine().cacheImage(door.caller(), id);
    }

    @Override
    public void remove(ImageId id) {
        RequestChecks.addressable(Operation.UNCACHE_IMAGE, id);
        door.enter(Failure.of(Operation.UNCACHE_IMAGE).imageId(id));
        door.engine().uncacheImage(door.caller(), id);
    }

    @Override
    public void clear() {
        clearPart("");
    }

    @Override
    public void clear(CachePart part) {
        clearPart(requireNonNull(part, "part").word());
    }

    private void clearPart(String word) {
        door.enter(Failure.of(Operation.CLEAR_CACHE));
        door.engine().clearCache(door.caller(), word);
    }
}
