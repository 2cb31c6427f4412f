package org.glance4j.feign;

import static org.glance4j.feign.MetadefCalls.encoded;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.ResourceTypeOperations;

/** Types of resources over HTTP. Safe for use by several threads. */
record FeignResourceTypes(MetadefCalls calls, ResourceTypesApi api) implements ResourceTypeOperations {

    @Override
    public List<ResourceType> list() {
        return calls.run(MetadefRequest.of(Operation.LIST_RESOURCE_TYPES, null), api::list);
    }

    @Override
    public List<ResourceTypeAssociation> listOf(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS, namespace);
        return calls.run(
                MetadefRequest.of(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS, namespace),
                attempt -> api.listOf(encoded(namespace), attempt));
    }

    @Override
    public ResourceTypeAssociation associate(NamespaceName namespace, ResourceTypeAssociation association) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.ADD_RESOURCE_TYPE_ASSOCIATION, namespace)
                .name(association.name());
        MetadefChecks.encodable(failure, association);
        return calls.change(
                MetadefRequest.of(Operation.ADD_RESOURCE_TYPE_ASSOCIATION, namespace, association.name()),
                attempt -> api.associate(encoded(namespace), association, attempt),
                MetadefRequest.of(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS, namespace),
                attempt -> theOne(namespace, association, attempt),
                found -> MetadefDifferences.between(association, found));
    }

    /** Returns the association of the type among all; what was asked for as if nothing of it were there, where it is not. */
    private ResourceTypeAssociation theOne(
            NamespaceName namespace, ResourceTypeAssociation association, Attempt attempt) {
        return api.listOf(encoded(namespace), attempt).stream()
                .filter(one -> one.name().equals(association.name()))
                .findFirst()
                .orElse(ResourceTypeAssociation.of(""));
    }

    @Override
    public void dissociate(NamespaceName namespace, String resourceType) {
        Failure.Builder unused =
                MetadefChecks.addressable(Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION, namespace, resourceType);
        calls.execute(
                MetadefRequest.of(Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION, namespace, resourceType),
                attempt -> api.dissociate(encoded(namespace), PathSegments.encode(resourceType), attempt));
    }
}
