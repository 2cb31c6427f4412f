package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/** The operations on types of resources. Source: {@code glance/api/v2/metadef_resource_types.py}, 25.1.0. */
final class ResourceTypeCalls {
    private final Catalog catalog;

    ResourceTypeCalls(Catalog catalog) {
        this.catalog = catalog;
    }

    List<ResourceType> list(Caller caller) {
        return catalog.atomically(() -> {
            catalog.require(MetadefRequest.of(Operation.LIST_RESOURCE_TYPES, null), caller);
            return catalog.resourceTypes();
        });
    }

    List<ResourceTypeAssociation> listOf(Caller caller, NamespaceName namespace) {
        return catalog.atomically(() -> new ArrayList<>(
                permitted(MetadefRequest.of(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS, namespace), caller)
                        .associations()
                        .values()));
    }

    ResourceTypeAssociation associate(Caller caller, NamespaceName namespace, ResourceTypeAssociation given) {
        new MetadefForm(catalog.law(), Operation.ADD_RESOURCE_TYPE_ASSOCIATION, namespace, given.name()).check(given);
        return catalog.atomically(() -> {
            NamespaceRecord found = permitted(
                    MetadefRequest.of(Operation.ADD_RESOURCE_TYPE_ASSOCIATION, namespace, given.name()), caller);
            Instant now = catalog.now();
            catalog.addResourceType(given.name(), now);
            ResourceTypeAssociation made =
                    new ResourceTypeAssociation(given.name(), given.prefix(), given.propertiesTarget(), now, now);
            found.associations().put(given.name(), made);
            return made;
        });
    }

    void dissociate(Caller caller, NamespaceName namespace, String resourceType) {
        catalog.run(() -> permitted(
                        MetadefRequest.of(Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION, namespace, resourceType), caller)
                .associations()
                .remove(resourceType));
    }

    private NamespaceRecord permitted(MetadefRequest request, Caller caller) {
        return catalog.permitted(request, NamespaceRecord::associations, caller);
    }
}
