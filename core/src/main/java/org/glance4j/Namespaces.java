package org.glance4j;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.internal.Calls;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.transport.Listing;

/**
 * The namespaces of the metadata catalog: create, show, list, update, delete. Every call asks the service; nothing is cached. Safe for
 * use by several threads.
 *
 * <p>Source: Image API v2, metadata definition namespaces.
 */
public final class Namespaces {
    private final Calls calls;

    Namespaces(Calls calls) {
        this.calls = calls;
    }

    /**
     * Makes a namespace with all that it is to hold, or nothing of it, and returns it as the service answers: what it holds has no
     * times yet.
     *
     * @param namespace what to make
     * @return the namespace
     * @throws org.glance4j.error.MetadefAlreadyExistsException if there is one of the name, or what it is to hold has a name twice
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if a name is longer than 80 characters, or a value is not one that the service
     *     takes
     */
    public Namespace create(Namespace namespace) {
        requireNonNull(namespace, "namespace");
        return calls.begin().metadefs().namespaces().create(namespace);
    }

    /**
     * Returns a namespace with all that it holds.
     *
     * @param name its name
     * @return the namespace as it is now
     * @throws MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    public Namespace get(NamespaceName name) {
        requireNonNull(name, "name");
        return calls.begin().metadefs().namespaces().get(name);
    }

    /**
     * Returns a namespace with all that it holds, its properties, those of its objects too, called what they are called on a type of
     * resource.
     *
     * @param name its name
     * @param resourceType the type of resource; one that the namespace is not for changes nothing
     * @return the namespace as it is now
     * @throws MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    public Namespace get(NamespaceName name, String resourceType) {
        requireNonNull(name, "name");
        requireNonNull(resourceType, "resourceType");
        return calls.begin().metadefs().namespaces().get(name, resourceType);
    }

    /**
     * Returns a namespace with all that it holds, if there is one that the caller sees.
     *
     * @param name its name
     * @return the namespace as it is now, empty if it is not there or the caller does not see it
     */
    public Optional<Namespace> find(NamespaceName name) {
        try {
            return Optional.of(get(name));
        } catch (MetadefNotFoundException absent) {
            return Optional.empty();
        }
    }

    /**
     * Returns all namespaces that the caller sees, newest first, with their resource types and nothing else of what they hold.
     *
     * @return the namespaces, asked for page by page while they are read
     */
    public Listing<Namespace> list() {
        return list(NamespaceQuery.defaults());
    }

    /**
     * Returns all namespaces that a query finds, in its order, with their resource types and nothing else of what they hold. Through
     * {@link ImageClient#within} the time counts for each page.
     *
     * @param query which namespaces; its limit is the size of a page, its marker the namespace to begin behind
     * @return the namespaces, asked for page by page while they are read
     */
    public Listing<Namespace> list(NamespaceQuery query) {
        return Listing.ofNamespaces(() -> calls.begin().metadefs().namespaces(), query);
    }

    /**
     * Returns one page of namespaces, in the order of the query.
     *
     * @param query which namespaces, how many, and behind which one
     * @return the page; its {@link NamespacePage#next()} is present exactly if the service says that more may follow
     * @throws MetadefNotFoundException if there is no namespace of the marker's name
     * @throws org.glance4j.error.ForbiddenException if the caller does not see the namespace of the marker
     * @throws org.glance4j.error.InvalidRequestException if the limit is negative, or the visibility is neither public nor private
     */
    public NamespacePage page(NamespaceQuery query) {
        requireNonNull(query, "query");
        return calls.begin().metadefs().namespaces().list(query);
    }

    /**
     * Puts other values in the place of a namespace's, all of them: what is not set becomes the service's default. What the namespace
     * holds stays.
     *
     * @param name its name
     * @param namespace the values; another name renames it
     * @return the namespace without what it holds
     * @throws MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the new name is another's
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if the values come with contents, which an update does not take, or a value is
     *     not one that the service takes
     */
    public Namespace update(NamespaceName name, Namespace namespace) {
        requireNonNull(name, "name");
        requireNonNull(namespace, "namespace");
        return calls.begin().metadefs().namespaces().update(name, namespace);
    }

    /**
     * Deletes a namespace with all that it holds.
     *
     * @param name its name
     * @throws MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    public void delete(NamespaceName name) {
        requireNonNull(name, "name");
        calls.begin().metadefs().namespaces().delete(name);
    }
}
