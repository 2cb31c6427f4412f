package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefTagOperations;

/** The tags of namespaces, as one caller works with them. Safe for use by several threads. */
record InMemoryMetadefTags(Door door) implements MetadefTagOperations {

    @Override
    public MetadefTag create(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.CREATE_METADEF_TAG, namespace, name));
        return door.engine().metadefs().createTag(door.caller(), namespace, name);
    }

    @Override
    public List<MetadefTag> addAll(NamespaceName namespace, List<String> names) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.ADD_METADEF_TAGS, namespace);
        MetadefChecks.encodable(failure, names);
        door.enter(failure);
        return door.engine().metadefs().addTags(door.caller(), namespace, names);
    }

    @Override
    public List<MetadefTag> replaceAll(NamespaceName namespace, List<String> names) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.REPLACE_METADEF_TAGS, namespace);
        MetadefChecks.encodable(failure, names);
        door.enter(failure);
        return door.engine().metadefs().replaceTags(door.caller(), namespace, names);
    }

    @Override
    public MetadefTag get(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.GET_METADEF_TAG, namespace, name));
        return door.engine().metadefs().getTag(door.caller(), namespace, name);
    }

    @Override
    public List<MetadefTag> list(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.LIST_METADEF_TAGS, namespace));
        return door.engine().metadefs().listTags(door.caller(), namespace);
    }

    @Override
    public MetadefTag rename(NamespaceName namespace, String name, String newName) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_METADEF_TAG, namespace, name);
        MetadefChecks.encodable(failure, List.of(newName));
        door.enter(failure);
        return door.engine().metadefs().renameTag(door.caller(), namespace, name, newName);
    }

    @Override
    public void delete(NamespaceName namespace, String name) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_METADEF_TAG, namespace, name));
        door.engine().metadefs().deleteTag(door.caller(), namespace, name);
    }

    @Override
    public void deleteAll(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_METADEF_TAGS, namespace));
        door.engine().metadefs().deleteTags(door.caller(), namespace);
    }
}
