package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.model.Operation;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.SchemaOperations;

/** The service's schemas over HTTP. Safe for use by several threads. */
record FeignSchemas(Calls calls, ServiceApi api, Deadline deadline) implements SchemaOperations {

    @Override
    public Schema get(SchemaName name) {
        requireNonNull(name, "name");
        return calls.run(Call.ofService(Operation.GET_SCHEMA, deadline), attempt -> api.schema(name.path(), attempt));
    }
}
