package org.glance4j.feign;

import java.util.List;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Operation;
import org.glance4j.model.ResourceUsage;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ServiceOperations;

/** What the service says of itself, over HTTP. Safe for use by several threads. */
record FeignService(Calls calls, ServiceApi api, Deadline deadline) implements ServiceOperations {

    @Override
    public ApiVersions versions() {
        return calls.run(Call.ofService(Operation.LIST_VERSIONS, deadline), api::versions);
    }

    @Override
    public List<ResourceUsage> usage() {
        return calls.run(Call.ofService(Operation.GET_USAGE, deadline), api::usage)
                .usages();
    }
}
