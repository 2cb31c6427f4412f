package org.glance4j.testing;

import java.util.Optional;
import java.util.function.UnaryOperator;
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

/** A transport with something planted between it and its members; its views have it too. */
public record PlantedTransport(ImageTransport delegate, UnaryOperator<MemberOperations> plant)
        implements ImageTransport {

    @Override
    public ImageOperations images() {
        return delegate.images();
    }

    @Override
    public MetadefOperations metadefs() {
        return delegate.metadefs();
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
        return plant.apply(delegate.members());
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
    public ServiceOperations service() {
        return delegate.service();
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
        return new PlantedTransport(delegate.within(deadline), plant);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
