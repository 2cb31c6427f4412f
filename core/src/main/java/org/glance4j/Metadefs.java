package org.glance4j;

import java.util.List;
import org.glance4j.internal.Calls;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.MetadefObjectOperations;
import org.glance4j.transport.MetadefPropertyOperations;
import org.glance4j.transport.MetadefTagOperations;
import org.glance4j.transport.ResourceTypeOperations;

/**
 * The catalog of metadata definitions: {@link #namespaces()}, and what they hold. Everybody reads the namespaces that are public or of
 * its own project; an admin alone changes anything. Safe for use by several threads.
 *
 * <p>Source: Image API v2, metadata definitions; {@code glance/policies/metadef.py}, 25.1.0.
 */
public final class Metadefs {
    private final Calls calls;

    Metadefs(Calls calls) {
        this.calls = calls;
    }

    /**
     * Returns the operations on namespaces.
     *
     * @return the operations
     */
    public Namespaces namespaces() {
        return new Namespaces(calls);
    }

    /**
     * Returns the operations on the objects of namespaces.
     *
     * @return the operations
     */
    public MetadefObjectOperations objects() {
        return new Objects(calls);
    }

    /**
     * Returns the operations on the properties of namespaces.
     *
     * @return the operations
     */
    public MetadefPropertyOperations properties() {
        return new Properties(calls);
    }

    /**
     * Returns the operations on the tags of namespaces.
     *
     * @return the operations
     */
    public MetadefTagOperations tags() {
        return new Tags(calls);
    }

    /**
     * Returns the operations on the types of resources that namespaces are for.
     *
     * @return the operations
     */
    public ResourceTypeOperations resourceTypes() {
        return new ResourceTypes(calls);
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
