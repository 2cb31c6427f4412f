package org.glance4j;

import java.util.List;
import org.glance4j.internal.Calls;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.MetadefObjectOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.MetadefPropertyOperations;
import org.glance4j.transport.MetadefTagOperations;
import org.glance4j.transport.NamespaceOperations;
import org.glance4j.transport.ResourceTypeOperations;

/** Begins a call for each operation. */
record LimitedMetadefs(Calls calls) implements MetadefOperations {

    @Override
    public NamespaceOperations namespaces() {
        return new Namespaces(calls);
    }

    @Override
    public MetadefObjectOperations objects() {
        return new Objects(calls);
    }

    @Override
    public MetadefPropertyOperations properties() {
        return new Properties(calls);
    }

    @Override
    public MetadefTagOperations tags() {
        return new Tags(calls);
    }

    @Override
    public ResourceTypeOperations resourceTypes() {
        return new ResourceTypes(calls);
    }

    private record Namespaces(Calls calls) implements NamespaceOperations {

        @Override
        public Namespace create(Namespace namespace) {
            return calls.begin().metadefs().namespaces().create(namespace);
        }

        @Override
        public Namespace get(NamespaceName name) {
            return calls.begin().metadefs().namespaces().get(name);
        }

        @Override
        public Namespace get(NamespaceName name, String resourceType) {
            return calls.begin().metadefs().namespaces().get(name, resourceType);
        }

        @Override
        public NamespacePage list(NamespaceQuery query) {
            return calls.begin().metadefs().namespaces().list(query);
        }

        @Override
        public Namespace update(NamespaceName name, Namespace namespace) {
            return calls.begin().metadefs().namespaces().update(name, namespace);
        }

        @Override
        public void delete(NamespaceName name) {
            calls.begin().metadefs().namespaces().delete(name);
        }
    }

    private record Objects(Calls calls) implements MetadefObjectOperations {

        @Override
        public MetadefObject create(NamespaceName namespace, MetadefObject object) {
            return calls.begin().metadefs().objects().create(namespace, object);
        }

        @Override
        public MetadefObject get(NamespaceName namespace, String name) {
            return calls.begin().metadefs().objects().get(namespace, name);
        }

        @Override
        public List<MetadefObject> list(NamespaceName namespace) {
            return calls.begin().metadefs().objects().list(namespace);
        }

        @Override
        public MetadefObject update(NamespaceName namespace, String name, MetadefObject object) {
            return calls.begin().metadefs().objects().update(namespace, name, object);
        }

        @Override
        public void delete(NamespaceName namespace, String name) {
            calls.begin().metadefs().objects().delete(namespace, name);
        }

        @Override
        public void deleteAll(NamespaceName namespace) {
            calls.begin().metadefs().objects().deleteAll(namespace);
        }
    }

    private record Properties(Calls calls) implements MetadefPropertyOperations {

        @Override
        public MetadefProperty create(NamespaceName namespace, MetadefProperty property) {
            return calls.begin().metadefs().properties().create(namespace, property);
        }

        @Override
        public MetadefProperty get(NamespaceName namespace, String name) {
            return calls.begin().metadefs().properties().get(namespace, name);
        }

        @Override
        public MetadefProperty get(NamespaceName namespace, String name, String resourceType) {
            return calls.begin().metadefs().properties().get(namespace, name, resourceType);
        }

        @Override
        public List<MetadefProperty> list(NamespaceName namespace) {
            return calls.begin().metadefs().properties().list(namespace);
        }

        @Override
        public MetadefProperty update(NamespaceName namespace, String name, MetadefProperty property) {
            return calls.begin().metadefs().properties().update(namespace, name, property);
        }

        @Override
        public void delete(NamespaceName namespace, String name) {
            calls.begin().metadefs().properties().delete(namespace, name);
        }

        @Override
        public void deleteAll(NamespaceName namespace) {
            calls.begin().metadefs().properties().deleteAll(namespace);
        }
    }

    private record Tags(Calls calls) implements MetadefTagOperations {

        @Override
        public MetadefTag create(NamespaceName namespace, String name) {
            return calls.begin().metadefs().tags().create(namespace, name);
        }

        @Override
        public List<MetadefTag> addAll(NamespaceName namespace, List<String> names) {
            return calls.begin(Operation.ADD_METADEF_TAGS).metadefs().tags().addAll(namespace, names);
        }

        @Override
        public List<MetadefTag> replaceAll(NamespaceName namespace, List<String> names) {
            return calls.begin().metadefs().tags().replaceAll(namespace, names);
        }

        @Override
        public MetadefTag get(NamespaceName namespace, String name) {
            return calls.begin().metadefs().tags().get(namespace, name);
        }

        @Override
        public List<MetadefTag> list(NamespaceName namespace) {
            return calls.begin().metadefs().tags().list(namespace);
        }

        @Override
        public MetadefTag rename(NamespaceName namespace, String name, String newName) {
            return calls.begin().metadefs().tags().rename(namespace, name, newName);
        }

        @Override
        public void delete(NamespaceName namespace, String name) {
            calls.begin().metadefs().tags().delete(namespace, name);
        }

        @Override
        public void deleteAll(NamespaceName namespace) {
            calls.begin().metadefs().tags().deleteAll(namespace);
        }
    }

    private record ResourceTypes(Calls calls) implements ResourceTypeOperations {

        @Override
        public List<ResourceType> list() {
            return calls.begin().metadefs().resourceTypes().list();
        }

        @Override
        public List<ResourceTypeAssociation> listOf(NamespaceName namespace) {
            return calls.begin().metadefs().resourceTypes().listOf(namespace);
        }

        @Override
        public ResourceTypeAssociation associate(NamespaceName namespace, ResourceTypeAssociation association) {
            return calls.begin().metadefs().resourceTypes().associate(namespace, association);
        }

        @Override
        public void dissociate(NamespaceName namespace, String resourceType) {
            calls.begin().metadefs().resourceTypes().dissociate(namespace, resourceType);
        }
    }
}
