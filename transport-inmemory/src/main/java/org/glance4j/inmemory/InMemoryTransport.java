package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.internal.ImageEngine;
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

/** One caller's transport to an engine in the same heap. Safe for use by several threads. */
final class InMemoryTransport implements ImageTransport {
    private final Door door;
    private final InMemoryImages images;
    private final InMemoryImageData data;
    private final InMemoryImports imports;
    private final InMemoryStores stores;
    private final InMemoryMembers members;

    private InMemoryTransport(Door door) {
        this.door = door;
        this.images = new InMemoryImages(door);
        this.data = new InMemoryImageData(door);
        this.imports = new InMemoryImports(door, data);
        this.stores = new InMemoryStores(door);
        this.members = new InMemoryMembers(door);
    }

    static InMemoryTransport open(ImageEngine engine, Caller caller, BooleanSupplier serviceClosed) {
        return new InMemoryTransport(new Door(engine, caller, Deadline.none(), new AtomicBoolean(), serviceClosed));
    }

    @Override
    public ImageOperations images() {
        return images;
    }

    @Override
    public ImageDataOperations data() {
        return data;
    }

    @Override
    public ImageImportOperations imports() {
        return imports;
    }

    @Override
    public StoreOperations stores() {
        return stores;
    }

    @Override
    public MemberOperations members() {
        return members;
    }

    @Override
    public ImageCacheOperations imageCache() {
        return new InMemoryImageCache(door);
    }

    @Override
    public LocationOperations locations() {
        return new InMemoryLocations(door);
    }

    @Override
    public TaskOperations tasks() {
        return new InMemoryTasks(door);
    }

    @Override
    public ServiceOperations service() {
        return new InMemoryService(door);
    }

    @Override
    public SchemaOperations schemas() {
        return new InMemorySchemas(door);
    }

    @Override
    public MetadefOperations metadefs() {
        return new InMemoryMetadefs(door);
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.of(door.caller());
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return new InMemoryTransport(door.within(requireNonNull(deadline, "deadline")));
    }

    @Override
    public void close() {
        door.closed().set(true);
    }

    /** Returns who calls; nothing in it is secret. */
    @Override
    public String toString() {
        return "InMemoryTransport[" + door.caller() + "]";
    }
}
