package org.glance4j.testing;

import java.util.Optional;
import org.glance4j.auth.Caller;
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

/** A transport that has another word for what the service says of itself; its views have it too. */
public record PlantedService(ImageTransport delegate, ServiceOperations service) implements ImageTransport {

    @Override
    public MetadefOperations metadefs() {
        return delegate.metadefs();
    }

    @Override
    public ImageOperations images() {
        return delegate.images();
    }

    @Override
    public ImageDataOperations data() {
        return delegate.data();
    }

    @Override
    public ImageImportOperations imports() {
        return delegate.imports();
    }

    @Override
    public StoreOperations stores() {
        return delegate.stores();
    }

    @Override
    public MemberOperations members() {
        return delegate.members();
    }

    @Override
    public ImageCacheOperations imageCache() {
        return delegate.imageCache();
    }

    @Override
    public LocationOperations locations() {
        return delegate.locations();
    }

    @Override
    public TaskOperations tasks() {
        return delegate.tasks();
    }

    @Override
    public SchemaOperations schemas() {
        return delegate.schemas();
    }

    @Override
    public Optional<Caller> caller() {
        return delegate.caller();
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return new PlantedService(delegate.within(deadline), service);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
