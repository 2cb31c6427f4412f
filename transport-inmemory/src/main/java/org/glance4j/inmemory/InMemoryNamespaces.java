package org.glance4j.inmemory;

import org.glance4j.error.Failure;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.transport.NamespaceOperations;

/** The namespaces, as one caller works with them. Safe for use by several threads. */
record InMemoryNamespaces(Door door) implements NamespaceOperations {

    @Override
    public Namespace create(Namespace namespace) {
        Failure.Builder failure = Failure.of(Operation.CREATE_NAMESPACE).namespace(namespace.name());
        MetadefChecks.encodable(failure, namespace);
        door.enter(failure);
        return door.engine().metadefs().createNamespace(door.caller(), namespace);
    }

    @Override
    public Namespace get(NamespaceName name) {
        door.enter(MetadefChecks.addressable(Operation.GET_NAMESPACE, name));
        return door.engine().metadefs().getNamespace(door.caller(), name, null);
    }

    @Override
    public Namespace get(NamespaceName name, String resourceType) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.GET_NAMESPACE, name);
        MetadefChecks.encodable(failure, resourceType);
        door.enter(failure);
        return door.engine().metadefs().getNamespace(door.caller(), name, resourceType);
    }

    @Override
    public NamespacePage list(NamespaceQuery query) {
        MetadefChecks.encodable(query);
        door.enter(Failure.of(Operation.LIST_NAMESPACES));
        return door.engine().metadefs().listNamespaces(door.caller(), query);
    }

    @Override
    public Namespace update(NamespaceName name, Namespace namespace) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_NAMESPACE, name);
        MetadefChecks.withoutContents(failure, namespace);
        MetadefChecks.encodable(failure, namespace);
        door.enter(failure);
        return door.engine().metadefs().updateNamespace(door.caller(), name, namespace);
    }

    @Override
    public void delete(NamespaceName name) {
        door.enter(MetadefChecks.addressable(Operation.DELETE_NAMESPACE, name));
        door.engine().metadefs().deleteNamespace(door.caller(), name);
    }
}
