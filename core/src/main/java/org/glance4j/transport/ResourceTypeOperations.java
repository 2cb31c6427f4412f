package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/**
 * The operations on the types of resources that namespaces are for. Source: Image API v2, metadata definition resource types;
 * {@code glance/api/v2/metadef_resource_types.py}, 25.1.0.
 */
public interface ResourceTypeOperations {

    /**
     * Returns all types of resources that any namespace is, or was, for.
     *
     * @return the types, in no order that can be relied on
     * @throws org.glance4j.error.ImageServiceException if the call fails
     */
    List<ResourceType> list();

    /**
     * Returns the types of resources that a namespace is for.
     *
     * @param namespace the namespace
     * @return the associations, in no order that can be relied on
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    List<ResourceTypeAssociation> listOf(NamespaceName namespace);

    /**
     * Makes a namespace be for a type of resource, which is made if it is not there.
     *
     * @param namespace the namespace
     * @param association the type, with prefix and target
     * @return the association
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the namespace is for the type already
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service takes
     */
    ResourceTypeAssociation associate(NamespaceName namespace, ResourceTypeAssociation association);

    /**
     * Ends that a namespace is for a type of resource. The type stays.
     *
     * @param namespace the namespace
     * @param resourceType the type
     * @throws org.glance4j.error.MetadefNotFoundException if the namespace is not for the type, is not there, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void dissociate(NamespaceName namespace, String resourceType);
}
