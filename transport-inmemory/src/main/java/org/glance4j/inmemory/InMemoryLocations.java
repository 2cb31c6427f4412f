package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.inmemory.internal.LocationCall;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.Operation;
import org.glance4j.transport.LocationOperations;
import org.jspecify.annotations.Nullable;

/** The locations of image data, as one caller works with them. Safe for use by several threads. */
record InMemoryLocations(Door door) implements LocationOperations {

    @Override
    public List<ImageLocation> list(ImageId id) {
        RequestChecks.addressable(Operation.LIST_LOCATIONS, id);
        door.enter(Failure.of(Operation.LIST_LOCATIONS).imageId(id));
        return door.engine().listLocations(door.caller(), id);
    }

    @Override
    public void add(ImageId id, String url, @Nullable ImageHash hash) {
        RequestChecks.addressable(Operation.ADD_LOCATION, id);
        RequestChecks.encodableLocation(id, requireNonNull(url, "url"));
        door.enter(Failure.of(Operation.ADD_LOCATION).imageId(id));
        door.engine().addLocation(door.caller(), id, new LocationCall(url, hash, null, null));
    }
}
