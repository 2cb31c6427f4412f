package org.glance4j;

import java.util.List;
import org.glance4j.internal.Calls;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.Operation;
import org.glance4j.transport.LocationOperations;
import org.jspecify.annotations.Nullable;

/** Begins a call for each operation, where the service offers it. */
record LimitedLocations(Calls calls) implements LocationOperations {

    @Override
    public List<ImageLocation> list(ImageId id) {
        return calls.begin(Operation.LIST_LOCATIONS).locations().list(id);
    }

    @Override
    public void add(ImageId id, String url, @Nullable ImageHash hash) {
        calls.begin(Operation.ADD_LOCATION).locations().add(id, url, hash);
    }
}
