package org.glance4j.feign;

import static org.glance4j.feign.MetadefCalls.encoded;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefObjectOperations;

/** The objects of namespaces over HTTP. Safe for use by several threads. */
record FeignMetadefObjects(MetadefCalls calls, MetadefObjectsApi api) implements MetadefObjectOperations {

    @Override
    public MetadefObject create(NamespaceName namespace, MetadefObject object) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.CREATE_METADEF_OBJECT, namespace)
                .name(object.name());
        MetadefChecks.encodable(failure, object);
        return calls.change(
                MetadefRequest.of(Operation.CREATE_METADEF_OBJECT, namespace, object.name()),
                attempt -> api.create(encoded(namespace), object, attempt),
                MetadefRequest.of(Operation.GET_METADEF_OBJECT, namespace, object.name()),
                attempt -> api.get(encoded(namespace), PathSegments.encode(object.name()), attempt),
                found -> MetadefDifferences.between(object, found));
    }

    @Override
    public MetadefObject get(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.GET_METADEF_OBJECT, namespace, name);
        return calls.run(
                MetadefRequest.of(Operation.GET_METADEF_OBJECT, namespace, name),
                attempt -> api.get(encoded(namespace), PathSegments.encode(name), attempt));
    }

    @Override
    public List<MetadefObject> list(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.LIST_METADEF_OBJECTS, namespace);
        return calls.run(
                MetadefRequest.of(Operation.LIST_METADEF_OBJECTS, namespace),
                attempt -> api.list(encoded(namespace), attempt));
    }

    @Override
    public MetadefObject update(NamespaceName namespace, String name, MetadefObject object) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_METADEF_OBJECT, namespace, name);
        MetadefChecks.encodable(failure, object);
        return calls.change(
                MetadefRequest.of(Operation.UPDATE_METADEF_OBJECT, namespace, name)
                        .giving(object.name()),
                attempt -> api.update(encoded(namespace), PathSegments.encode(name), object, attempt),
                MetadefRequest.of(Operation.GET_METADEF_OBJECT, namespace, object.name()),
                attempt -> api.get(encoded(namespace), PathSegments.encode(object.name()), attempt),
                found -> MetadefDifferences.between(object, found));
    }

    @Override
    public void delete(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_METADEF_OBJECT, namespace, name);
        calls.execute(
                MetadefRequest.of(Operation.DELETE_METADEF_OBJECT, namespace, name),
                attempt -> api.delete(encoded(namespace), PathSegments.encode(name), attempt));
    }

    @Override
    public void deleteAll(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_METADEF_OBJECTS, namespace);
        calls.clear(
                MetadefRequest.of(Operation.DELETE_METADEF_OBJECTS, namespace),
                attempt -> api.deleteAll(encoded(namespace), attempt),
                MetadefRequest.of(Operation.LIST_METADEF_OBJECTS, namespace),
                attempt -> api.list(encoded(namespace), attempt));
    }
}
