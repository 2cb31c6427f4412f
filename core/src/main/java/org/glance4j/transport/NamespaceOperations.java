package org.glance4j.transport;

import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;

/**
 * The operations on the namespaces of the metadata catalog. Source: Image API v2, metadata definition namespaces; {@code
 * glance/api/v2/metadef_namespaces.py}, 25.1.0.
 */
public interface NamespaceOperations {

    /**
     * Makes a namespace with all that it is to hold, or nothing of it, and returns it as the service
     * answers: what it holds has no times yet.
     *
     * @param namespace what to make
     * @return the namespace
     * @throws org.glance4j.error.MetadefAlreadyExistsException if there is one of the name, or what it is to hold has a name twice
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service takes
     */
    Namespace create(Namespace namespace);

    /**
     * Returns a namespace with all that it holds.
     *
     * @param name its name
     * @return the namespace as it is now
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    Namespace get(NamespaceName name);

    /**
     * Returns a namespace with all that it holds, its properties, those of its objects too,
     * called what they are called on a type of resource.
     *
     * @param name its name
     * @param resourceType the type of resource; one that the namespace is not for changes nothing
     * @return the namespace as it is now
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    Namespace get(NamespaceName name, String resourceType);

    /**
     * Returns a page of the namespaces that the caller sees, newest first unless the query says otherwise.
     *
     * @param query which namespaces
     * @return the page
     * @throws org.glance4j.error.MetadefNotFoundException if there is no namespace of the marker's name
     * @throws org.glance4j.error.ForbiddenException if the caller does not see the namespace of the marker
     * @throws org.glance4j.error.InvalidRequestException if the limit is negative, or the visibility is neither public nor private
     */
    NamespacePage list(NamespaceQuery query);

    /**
     * Puts other values in the place of a namespace's, all of them: what is not set becomes the service's default.
     * What the namespace holds stays.
     *
     * @param name its name
     * @param namespace the values; another name renames it
     * @return the namespace without what it holds
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the new name is another's
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if the values come with contents, which an update does not take, or a value is not one that the service takes
     */
    Namespace update(NamespaceName name, Namespace namespace);

    /**
     * Deletes a namespace with all that it holds.
     *
     * @param name its name
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void delete(NamespaceName name);
}
