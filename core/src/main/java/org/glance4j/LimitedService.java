package org.glance4j;

import java.util.List;
import org.glance4j.internal.Calls;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Operation;
import org.glance4j.model.ResourceUsage;
import org.glance4j.transport.ServiceOperations;

/** Begins a call for each operation. */
record LimitedService(Calls calls) implements ServiceOperations {

    @Override
    public ApiVersions versions() {
        return calls.begin().service().versions();
    }

    @Override
    public List<ResourceUsage> usage() {
        return calls.begin(Operation.GET_USAGE).service().usage();
    }
}
