package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Operation;
import org.glance4j.model.ResourceUsage;
import org.glance4j.transport.ServiceOperations;

/** What the service says of itself to one caller. Safe for use by several threads. */
record InMemoryService(Door door) implements ServiceOperations {

    @Override
    public ApiVersions versions() {
        door.enter(Failure.of(Operation.LIST_VERSIONS));
        return door.engine().versions("");
    }

    @Override
    public List<ResourceUsage> usage() {
        door.enter(Failure.of(Operation.GET_USAGE));
        return door.engine().usage(door.caller());
    }
}
