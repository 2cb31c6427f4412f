package org.glance4j.inmemory.internal;

import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/** The catalog of one cloud. */
final class InMemoryMetadefEngine implements MetadefEngine {
    private final NamespaceCalls namespaces;
    private final ObjectCalls objects;
    private final PropertyCalls properties;
    private final TagCalls tags;
    private final ResourceTypeCalls resourceTypes;

    InMemoryMetadefEngine(Cloud cloud, Law law) {
        Catalog catalog = new Catalog(cloud, law);
        this.namespaces = new NamespaceCalls(catalog);
        this.objects = new ObjectCalls(catalog);
        this.properties = new PropertyCalls(catalog);
        this.tags = new TagCalls(catalog);
        this.resourceTypes = new ResourceTypeCalls(catalog);
    }

    @Override
    public Namespace createNamespace(Caller caller, Namespace namespace) {
        return namespaces.create(caller, namespace);
    }

    @Override
    public Namespace getNamespace(Caller caller, NamespaceName name, @Nullable String resourceType) {
        return namespaces.get(caller, name, resourceType);
    }

    @Override
    public NamespacePage listNamespaces(Caller caller, NamespaceQuery query) {
        return namespaces.list(caller, query);
    }

    @Override
    public Namespace updateNamespace(Caller caller, NamespaceName name, Namespace namespace) {
        return namespaces.update(caller, name, namespace);
    }

    @Override
    public void deleteNamespace(Caller caller, NamespaceName name) {
        namespaces.delete(caller, name);
    }

    @Override
    public MetadefObject createObject(Caller caller, NamespaceName namespace, MetadefObject object) {
        return objects.create(caller, namespace, object);
    }

    @Override
    public MetadefObject getObject(Caller caller, NamespaceName namespace, String name) {
        return objects.get(caller, namespace, name);
    }

    @Override
    public List<MetadefObject> listObjects(Caller caller, NamespaceName namespace) {
        return objects.list(caller, namespace);
    }

    @Override
    public MetadefObject updateObject(Caller caller, NamespaceName namespace, String name, MetadefObject object) {
        return objects.update(caller, namespace, name, object);
    }

    @Override
    public void deleteObject(Caller caller, NamespaceName namespace, String name) {
        objects.delete(caller, namespace, name);
    }

    @Override
    public void deleteObjects(Caller caller, NamespaceName namespace) {
        objects.deleteAll(caller, namespace);
    }

    @Override
    public MetadefProperty createProperty(Caller caller, NamespaceName namespace, MetadefProperty property) {
        return properties.create(caller, namespace, property);
    }

    @Override
    public MetadefProperty getProperty(Caller caller, NamespaceName namespace, String name) {
        return properties.get(caller, namespace, name);
    }

    @Override
    public MetadefProperty getProperty(Caller caller, NamespaceName namespace, String name, String resourceType) {
        return properties.get(caller, namespace, name, resourceType);
    }

    @Override
    public List<MetadefProperty> listProperties(Caller caller, NamespaceName namespace) {
        return properties.list(caller, namespace);
    }

    @Override
    public MetadefProperty updateProperty(
            Caller caller, NamespaceName namespace, String name, MetadefProperty property) {
        return properties.update(caller, namespace, name, property);
    }

    @Override
    public void deleteProperty(Caller caller, NamespaceName namespace, String name) {
        properties.delete(caller, namespace, name);
    }

    @Override
    public void deleteProperties(Caller caller, NamespaceName namespace) {
        properties.deleteAll(caller, namespace);
    }

    @Override
    public MetadefTag createTag(Caller caller, NamespaceName namespace, String name) {
        return tags.create(caller, namespace, name);
    }

    @Override
    public List<MetadefTag> addTags(Caller caller, NamespaceName namespace, List<String> names) {
        return tags.addAll(caller, namespace, names);
    }

    @Override
    public List<MetadefTag> replaceTags(Caller caller, NamespaceName namespace, List<String> names) {
        return tags.replaceAll(caller, namespace, names);
    }

    @Override
    public MetadefTag getTag(Caller caller, NamespaceName namespace, String name) {
        return tags.get(caller, namespace, name);
    }

    @Override
    public List<MetadefTag> listTags(Caller caller, NamespaceName namespace) {
        return tags.list(caller, namespace);
    }

    @Override
    public MetadefTag renameTag(Caller caller, NamespaceName namespace, String name, String newName) {
        return tags.rename(caller, namespace, name, newName);
    }

    @Override
    public void deleteTag(Caller caller, NamespaceName namespace, String name) {
        tags.delete(caller, namespace, name);
    }

    @Override
    public void deleteTags(Caller caller, NamespaceName namespace) {
        tags.deleteAll(caller, namespace);
    }

    @Override
    public List<ResourceType> listResourceTypes(Caller caller) {
        return resourceTypes.list(caller);
    }

    @Override
    public List<ResourceTypeAssociation> listAssociations(Caller caller, NamespaceName namespace) {
        return resourceTypes.listOf(caller, namespace);
    }

    @Override
    public ResourceTypeAssociation associate(
            Caller caller, NamespaceName namespace, ResourceTypeAssociation association) {
        return resourceTypes.associate(caller, namespace, association);
    }

    @Override
    public void dissociate(Caller caller, NamespaceName namespace, String resourceType) {
        resourceTypes.dissociate(caller, namespace, resourceType);
    }
}
