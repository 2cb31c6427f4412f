package org.glance4j.feign;

import static org.glance4j.feign.MetadefCalls.encoded;

import java.util.List;
import java.util.Map;
import org.glance4j.error.Failure;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefPropertyOperations;

/** The properties of namespaces over HTTP. Safe for use by several threads. */
record FeignMetadefProperties(MetadefCalls calls, MetadefPropertiesApi api) implements MetadefPropertyOperations {

    @Override
    public MetadefProperty create(NamespaceName namespace, MetadefProperty property) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.CREATE_METADEF_PROPERTY, namespace)
                .name(property.name());
        MetadefChecks.encodable(failure, property);
        return calls.change(
                MetadefRequest.of(Operation.CREATE_METADEF_PROPERTY, namespace, property.name()),
                attempt -> api.create(encoded(namespace), property, attempt),
                MetadefRequest.of(Operation.GET_METADEF_PROPERTY, namespace, property.name()),
                attempt -> api.get(encoded(namespace), PathSegments.encode(property.name()), Map.of(), attempt),
                found -> MetadefDifferences.between(property, found));
    }

    @Override
    public MetadefProperty get(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.GET_METADEF_PROPERTY, namespace, name);
        return calls.run(
                MetadefRequest.of(Operation.GET_METADEF_PROPERTY, namespace, name),
                attempt -> api.get(encoded(namespace), PathSegments.encode(name), Map.of(), attempt));
    }

    @Override
    public MetadefProperty get(NamespaceName namespace, String name, String resourceType) {
        MetadefChecks.encodable(
                MetadefChecks.addressable(Operation.GET_METADEF_PROPERTY, namespace, name), resourceType);
        Map<String, List<String>> query = Map.of("resource_type", List.of(PathSegments.encode(resourceType)));
        return calls.run(
                MetadefRequest.of(Operation.GET_METADEF_PROPERTY, namespace, name),
                attempt -> api.get(encoded(namespace), PathSegments.encode(name), query, attempt));
    }

    @Override
    public List<MetadefProperty> list(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.LIST_METADEF_PROPERTIES, namespace);
        return calls.run(
                MetadefRequest.of(Operation.LIST_METADEF_PROPERTIES, namespace),
                attempt -> api.list(encoded(namespace), attempt));
    }

    @Override
    public MetadefProperty update(NamespaceName namespace, String name, MetadefProperty property) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_METADEF_PROPERTY, namespace, name);
        MetadefChecks.encodable(failure, property);
        return calls.change(
                MetadefRequest.of(Operation.UPDATE_METADEF_PROPERTY, namespace, name)
                        .giving(property.name()),
                attempt -> api.update(encoded(namespace), PathSegments.encode(name), property, attempt),
                MetadefRequest.of(Operation.GET_METADEF_PROPERTY, namespace, property.name()),
                attempt -> api.get(encoded(namespace), PathSegments.encode(property.name()), Map.of(), attempt),
                found -> MetadefDifferences.between(property, found));
    }

    @Override
    public void delete(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_METADEF_PROPERTY, namespace, name);
        calls.execute(
                MetadefRequest.of(Operation.DELETE_METADEF_PROPERTY, namespace, name),
                attempt -> api.delete(encoded(namespace), PathSegments.encode(name), attempt));
    }

    @Override
    public void deleteAll(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_METADEF_PROPERTIES, namespace);
        calls.clear(
                MetadefRequest.of(Operation.DELETE_METADEF_PROPERTIES, namespace),
                attempt -> api.deleteAll(encoded(namespace), attempt),
                MetadefRequest.of(Operation.LIST_METADEF_PROPERTIES, namespace),
                attempt -> api.list(encoded(namespace), attempt));
    }
}
