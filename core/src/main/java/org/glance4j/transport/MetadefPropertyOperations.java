package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;

/**
 * The operations on the properties of a namespace. Source: Image API v2, metadata definition properties; {@code
 * glance/api/v2/metadef_properties.py}, 25.1.0.
 */
public interface MetadefPropertyOperations {

    /**
     * Makes a property, and returns it.
     *
     * @param namespace the namespace
     * @param property what to make
     * @return the property
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the namespace has a property of the name
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service takes
     */
    MetadefProperty create(NamespaceName namespace, MetadefProperty property);

    /**
     * Returns a property.
     *
     * @param namespace the namespace
     * @param name its name
     * @return the property as it is now
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such property or namespace, or the caller does not see the namespace
     */
    MetadefProperty get(NamespaceName namespace, String name);

    /**
     * Returns a property by what it is called on a type of resource.
     *
     * @param namespace the namespace
     * @param name its name with the prefix of the association
     * @param resourceType the type of resource
     * @return the property as it is now, under the name without the prefix
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such property or namespace, the namespace is not for the type, its association has no prefix, or
     *     the name does not begin with it
     */
    MetadefProperty get(NamespaceName namespace, String name, String resourceType);

    /**
     * Returns all properties of a namespace.
     *
     * @param namespace the namespace
     * @return the properties, in no order that can be relied on
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    List<MetadefProperty> list(NamespaceName namespace);

    /**
     * Puts another property in the place of one, all of it.
     *
     * @param namespace the namespace
     * @param name its name
     * @param property the values; another name renames it
     * @return the property
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such property or namespace, or the caller does not see the namespace
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the new name is another's
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service takes
     */
    MetadefProperty update(NamespaceName namespace, String name, MetadefProperty property);

    /**
     * Deletes a property.
     *
     * @param namespace the namespace
     * @param name its name
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such property or namespace, or the caller does not see the namespace
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void delete(NamespaceName namespace, String name);

    /**
     * Deletes all properties of a namespace.
     *
     * @param namespace the namespace
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void deleteAll(NamespaceName namespace);
}
