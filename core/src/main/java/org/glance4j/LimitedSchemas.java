package org.glance4j;

import org.glance4j.internal.Calls;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
import org.glance4j.transport.SchemaOperations;

/** Begins a call for each operation. */
record LimitedSchemas(Calls calls) implements SchemaOperations {

    @Override
    public Schema get(SchemaName name) {
        return calls.begin().schemas().get(name);
    }
}
