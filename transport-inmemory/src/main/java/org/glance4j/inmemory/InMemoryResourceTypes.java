package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.ResourceTypeOperations;

/** The types of resources, as one caller works with them. Safe for use by several threads. */
record InMemoryResourceTypes(Door door) implements ResourceTypeOperations {

    @Override
    public List<ResourceType> list() {
        door.enter(Failure.of(Operation.LIST_RESOURCE_TYPES));
        return door.engine().metadefs().listResourceTypes(door.caller());
    }

    @Override
    public List<ResourceTypeAssociation> listOf(NamespaceName namespace) {
        door.enter(MetadefChecks.addressable(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS, namespace));
        return door.engine().metadefs().listAssociations(door.caller(), namespace);
    }

    @Override
    public ResourceTypeAssociation associate(NamespaceName namespace, ResourceTypeAssociation association) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.ADD_RESOURCE_TYPE_ASSOCIATION, namespace)
                .name(association.name());
        MetadefChecks.encodable(failure, association);
        door.enter(failure);
        return door.engine().metadefs().associate(door.caller(), namespace, association);
    }

    @Override
    public void dissociate(NamespaceName namespace, String resourceType) {
        door.enter(MetadefChecks.addressable(Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION, namespace, resourceType));
        door.engine().metadefs().dissociate(door.caller(), namespace, resourceType);
    }
}
