package org.glance4j.cache;

import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;

/** Reads past a cache and still drops from it what is changed. Safe for use by several threads. */
final class UncachedView extends ForwardingTransport {
    private final ImageTransport beneath;
    private final MemberCache cache;

    /**
     * Looks past a cache.
     *
     * @param cached the transport with the cache
     * @param beneath the one without
     * @param cache the cache
     */
    UncachedView(CachingTransport cached, ImageTransport beneath, MemberCache cache) {
        super(cached);
        this.beneath = beneath;
        this.cache = cache;
    }

    @Override
    public MemberOperations members() {
        return new InvalidatingMembers(beneath.members(), cache);
    }

    @Override
    public ImageTransport uncached() {
        return this;
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return delegate().within(deadline).uncached();
    }
}
