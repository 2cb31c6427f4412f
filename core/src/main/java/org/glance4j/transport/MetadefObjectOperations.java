package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.NamespaceName;

/**
 * The operations on the objects of a namespace. Source: Image API v2, metadata definition objects; {@code
 * glance/api/v2/metadef_objects.py}, 25.1.0.
 */
public interface MetadefObjectOperations {

    /**
     * Makes an object, and returns it.
     *
     * @param namespace the namespace
     * @param object what to make
     * @return the object
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the namespace has an object of the name
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service takes
     */
    MetadefObject create(NamespaceName namespace, MetadefObject object);

    /**
     * Returns an object.
     *
     * @param namespace the namespace
     * @param name its name
     * @return the object as it is now
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such object or namespace, or the caller does not see the namespace
     */
    MetadefObject get(NamespaceName namespace, String name);

    /**
     * Returns all objects of a namespace.
     *
     * @param namespace the namespace
     * @return the objects, in no order that can be relied on
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    List<MetadefObject> list(NamespaceName namespace);

    /**
     * Puts another object in the place of one, all of it.
     *
     * @param namespace the namespace
     * @param name its name
     * @param object the values; another name renames it
     * @return the object
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such object or namespace, or the caller does not see the namespace
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the new name is another's
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service takes
     */
    MetadefObject update(NamespaceName namespace, String name, MetadefObject object);

    /**
     * Deletes an object.
     *
     * @param namespace the namespace
     * @param name its name
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such object or namespace, or the caller does not see the namespace
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void delete(NamespaceName namespace, String name);

    /**
     * Deletes all objects of a namespace.
     *
     * @param namespace the namespace
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void deleteAll(NamespaceName namespace);
}
