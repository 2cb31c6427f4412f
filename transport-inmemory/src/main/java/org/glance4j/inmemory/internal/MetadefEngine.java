package org.glance4j.inmemory.internal;

import java.util.List;
import org.glance4j.auth.Caller;
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
import org.jspecify.annotations.Nullable;

/**
 * The catalog of metadata definitions behind both doors, empty to begin with: every operation takes the caller and what the caller
 * sent, raw, and follows the service's order of checks. Each operation is atomic; implementations are safe for use by several
 * threads.
 */
public interface MetadefEngine {

    /** Makes a namespace with what it is to hold. The answer shows that as it was sent, without times. */
    @Serves(Operation.CREATE_NAMESPACE)
    Namespace createNamespace(Caller caller, Namespace namespace);

    /** Returns a namespace, its properties called what they are on a type of resource, if one is given. */
    @Serves(Operation.GET_NAMESPACE)
    Namespace getNamespace(Caller caller, NamespaceName name, @Nullable String resourceType);

    /** Takes any word for the visibility, and refuses the unknown ones as the service does. */
    @Serves(Operation.LIST_NAMESPACES)
    NamespacePage listNamespaces(Caller caller, NamespaceQuery query);

    @Serves(Operation.UPDATE_NAMESPACE)
    Namespace updateNamespace(Caller caller, NamespaceName name, Namespace namespace);

    @Serves(Operation.DELETE_NAMESPACE)
    void deleteNamespace(Caller caller, NamespaceName name);

    @Serves(Operation.CREATE_METADEF_OBJECT)
    MetadefObject createObject(Caller caller, NamespaceName namespace, MetadefObject object);

    @Serves(Operation.GET_METADEF_OBJECT)
    MetadefObject getObject(Caller caller, NamespaceName namespace, String name);

    @Serves(Operation.LIST_METADEF_OBJECTS)
    List<MetadefObject> listObjects(Caller caller, NamespaceName namespace);

    @Serves(Operation.UPDATE_METADEF_OBJECT)
    MetadefObject updateObject(Caller caller, NamespaceName namespace, String name, MetadefObject object);

    @Serves(Operation.DELETE_METADEF_OBJECT)
    void deleteObject(Caller caller, NamespaceName namespace, String name);

    @Serves(Operation.DELETE_METADEF_OBJECTS)
    void deleteObjects(Caller caller, NamespaceName namespace);

    @Serves(Operation.CREATE_METADEF_PROPERTY)
    MetadefProperty createProperty(Caller caller, NamespaceName namespace, MetadefProperty property);

    @Serves(Operation.GET_METADEF_PROPERTY)
    MetadefProperty getProperty(Caller caller, NamespaceName namespace, String name);

    /** Returns a property by what it is called on a type of resource. */
    @Serves(Operation.GET_METADEF_PROPERTY)
    MetadefProperty getProperty(Caller caller, NamespaceName namespace, String name, String resourceType);

    @Serves(Operation.LIST_METADEF_PROPERTIES)
    List<MetadefProperty> listProperties(Caller caller, NamespaceName namespace);

    @Serves(Operation.UPDATE_METADEF_PROPERTY)
    MetadefProperty updateProperty(Caller caller, NamespaceName namespace, String name, MetadefProperty property);

    @Serves(Operation.DELETE_METADEF_PROPERTY)
    void deleteProperty(Caller caller, NamespaceName namespace, String name);

    @Serves(Operation.DELETE_METADEF_PROPERTIES)
    void deleteProperties(Caller caller, NamespaceName namespace);

    @Serves(Operation.CREATE_METADEF_TAG)
    MetadefTag createTag(Caller caller, NamespaceName namespace, String name);

    @Serves(Operation.ADD_METADEF_TAGS)
    List<MetadefTag> addTags(Caller caller, NamespaceName namespace, List<String> names);

    @Serves(Operation.REPLACE_METADEF_TAGS)
    List<MetadefTag> replaceTags(Caller caller, NamespaceName namespace, List<String> names);

    @Serves(Operation.GET_METADEF_TAG)
    MetadefTag getTag(Caller caller, NamespaceName namespace, String name);

    /** Returns the tags, newest first. */
    @Serves(Operation.LIST_METADEF_TAGS)
    List<MetadefTag> listTags(Caller caller, NamespaceName namespace);

    @Serves(Operation.UPDATE_METADEF_TAG)
    MetadefTag renameTag(Caller caller, NamespaceName namespace, String name, String newName);

    @Serves(Operation.DELETE_METADEF_TAG)
    void deleteTag(Caller caller, NamespaceName namespace, String name);

    @Serves(Operation.DELETE_METADEF_TAGS)
    void deleteTags(Caller caller, NamespaceName namespace);

    @Serves(Operation.LIST_RESOURCE_TYPES)
    List<ResourceType> listResourceTypes(Caller caller);

    @Serves(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS)
    List<ResourceTypeAssociation> listAssociations(Caller caller, NamespaceName namespace);

    @Serves(Operation.ADD_RESOURCE_TYPE_ASSOCIATION)
    ResourceTypeAssociation associate(Caller caller, NamespaceName namespace, ResourceTypeAssociation association);

    @Serves(Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION)
    void dissociate(Caller caller, NamespaceName namespace, String resourceType);
}
