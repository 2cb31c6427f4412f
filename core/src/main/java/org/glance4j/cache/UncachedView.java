package org.glance4j.cache;

import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.observe.ClientListener;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageCacheOperations;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageImportOperations;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.LocationOperations;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.SchemaOperations;
import org.glance4j.transport.ServiceOperations;
import org.glance4j.transport.StoreOperations;
import org.glance4j.transport.TaskOperations;

/** Reads past a cache and still drops from it what is changed. Safe for use by several threads. */
record UncachedView(CachingTransport cached, ImageTransport delegate, MemberCache cache) implements ImageTransport {

    @Override
    public ImageOperations images() {
        return cached.images();
    }

    @Override
    public ImageDataOperations data() {
        return cached.data();
    }

    @Override
    public ImageImportOperations imports() {
        return cached.imports();
    }

    @Override
    public StoreOperations stores() {
        return cached.stores();
    }

    @Override
    public MemberOperations members() {
        return new InvalidatingMembers(delegate.members(), cache);
    }

    @Override
    public ImageCacheOperations imageCache() {
        return cached.imageCache();
    }

    @Override
    public LocationOperations locations() {
        return cached.locations();
    }

    @Override
    public TaskOperations tasks() {
        return cached.tasks();
    }

    @Override
    public ServiceOperations service() {
        return cached.service();
    }

    @Override
    public SchemaOperations schemas() {
        return cached.schemas();
    }

    @Override
    public MetadefOperations metadefs() {
        return cached.metadefs();
    }

    @Override
    public Optional<Caller> caller() {
        return cached.caller();
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return cached.within(deadline).uncached();
    }

    @Override
    public ClientListener listener() {
        return cached.listener();
    }

    @Override
    public void close() {
        cached.close();
    }
}
