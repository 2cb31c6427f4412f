package org.glance4j.inmemory;

import org.glance4j.transport.MetadefObjectOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.MetadefPropertyOperations;
import org.glance4j.transport.MetadefTagOperations;
import org.glance4j.transport.NamespaceOperations;
import org.glance4j.transport.ResourceTypeOperations;

/** The catalog of metadata definitions, as one caller works with it. Safe for use by several threads. */
record InMemoryMetadefs(Door door) implements MetadefOperations {

    @Override
    public NamespaceOperations namespaces() {
        return new InMemoryNamespaces(door);
    }

    @Override
    public MetadefObjectOperations objects() {
        return new InMemoryMetadefObjects(door);
    }

    @Override
    public MetadefPropertyOperations properties() {
        return new InMemoryMetadefProperties(door);
    }

    @Override
    public MetadefTagOperations tags() {
        return new InMemoryMetadefTags(door);
    }

    @Override
    public ResourceTypeOperations resourceTypes() {
        return new InMemoryResourceTypes(door);
    }
}
