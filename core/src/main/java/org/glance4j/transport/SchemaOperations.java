package org.glance4j.transport;

import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;

/** The service's schemas. Source: Image API v2, image schemas and task schemas; {@code schemas.py}, 25.1.0. */
public interface SchemaOperations {

    /**
     * Returns a schema as the service serves it, with what its operator has added.
     *
     * @param name which one
     * @return the schema
     * @throws org.glance4j.error.NotFoundException if the service does not have it
     */
    Schema get(SchemaName name);
}
