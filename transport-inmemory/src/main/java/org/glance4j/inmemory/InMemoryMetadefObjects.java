package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefObjectOperations;

/** The objects of namespaces, as one caller works with them. Safe for use by several threads. */
record InMemoryMetadefObjects(Door door) implements MetadefObjectOperations {

    @Override
    public MetadefObject create(NamespaceName namespace, MetadefObject object) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.CREATE_METADEF_OBJECT, namespace)
                .name(object.name());
        MetadefChecks.encodable(failure, object);
        door.enter(failure);
        return door.engine().metadefs().createObject(door.caller(), namespace, object);
    }

    @Override
    public MetadefObject get(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.GET_METADEF_OBJECT, namespace, name));
        return door.engine().metadefs().getObject(door.caller(), namespace, name);
    }

    @Override
    public List<MetadefObject> list(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.LIST_METADEF_OBJECTS, namespace));
        return door.engine().metadefs().listObjects(door.caller(), namespace);
    }

    @Override
    public MetadefObject update(NamespaceName namespace, String name, MetadefObject object) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_METADEF_OBJECT, namespace, name);
        MetadefChecks.encodable(failure, object);
        door.enter(failure);
        return door.engine().metadefs().updateObject(door.caller(), namespace, name, object);
    }

    @Override
    public void delete(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_METADEF_OBJECT, namespace, name));
        door.engine().metadefs().deleteObject(door.caller(), namespace, name);
    }

    @Override
    public void deleteAll(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_METADEF_OBJECTS, namespace));
        door.engine().metadefs().deleteObjects(door.caller(), namespace);
    }
}
