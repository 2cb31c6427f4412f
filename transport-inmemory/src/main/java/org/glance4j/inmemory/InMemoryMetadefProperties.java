package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefPropertyOperations;

/** The properties of namespaces, as one caller works with them. Safe for use by several threads. */
record InMemoryMetadefProperties(Door door) implements MetadefPropertyOperations {

    @Override
    public MetadefProperty create(NamespaceName namespace, MetadefProperty property) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.CREATE_METADEF_PROPERTY, namespace)
                .name(property.name());
        MetadefChecks.encodable(failure, property);
        door.enter(failure);
        return door.engine().metadefs().createProperty(door.caller(), namespace, property);
    }

    @Override
    public MetadefProperty get(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.GET_METADEF_PROPERTY, namespace, name));
        return door.engine().metadefs().getProperty(door.caller(), namespace, name);
    }

    @Override
    public MetadefProperty get(NamespaceName namespace, String name, String resourceType) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.GET_METADEF_PROPERTY, namespace, name);
        MetadefChecks.encodable(failure, resourceType);
        door.enter(failure);
        return door.engine().metadefs().getProperty(door.caller(), namespace, name, resourceType);
    }

    @Override
    public List<MetadefProperty> list(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.LIST_METADEF_PROPERTIES, namespace));
        return door.engine().metadefs().listProperties(door.caller(), namespace);
    }

    @Override
    public MetadefProperty update(NamespaceName namespace, String name, MetadefProperty property) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_METADEF_PROPERTY, namespace, name);
        MetadefChecks.encodable(failure, property);
        door.enter(failure);
        return door.engine().metadefs().updateProperty(door.caller(), namespace, name, property);
    }

    @Override
    public void delete(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_METADEF_PROPERTY, namespace, name));
        door.engine().metadefs().deleteProperty(door.caller(), namespace, name);
    }

    @Override
    public void deleteAll(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_METADEF_PROPERTIES, namespace));
        door.engine().metadefs().deleteProperties(door.caller(), namespace);
    }
}
