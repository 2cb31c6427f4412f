package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import org.glance4j.error.Failure;
import org.glance4j.model.Operation;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
import org.glance4j.transport.SchemaOperations;

/** The service's schemas. Safe for use by several threads. */
record InMemorySchemas(Door door) implements SchemaOperations {

    @Override
    public Schema get(SchemaName name) {
        requireNonNull(name, "name");
        door.enter(Failure.of(Operation.GET_SCHEMA));
        return door.engine().schema(name);
    }
}
