package org.glance4j.transport;

/**
 * The operations on the catalog of metadata definitions, one interface for each kind of what is in it. Everybody reads the
 * namespaces that are public or of its own project; an admin alone changes anything. Source: Image API v2, metadata definitions; {@code
 * glance/policies/metadef.py}, 25.1.0.
 */
public interface MetadefOperations {

    /**
     * Returns the operations on namespaces.
     *
     * @return the operations
     */
    NamespaceOperations namespaces();

    /**
     * Returns the operations on the objects of namespaces.
     *
     * @return the operations
     */
    MetadefObjectOperations objects();

    /**
     * Returns the operations on the properties of namespaces.
     *
     * @return the operations
     */
    MetadefPropertyOperations properties();

    /**
     * Returns the operations on the tags of namespaces.
     *
     * @return the operations
     */
    MetadefTagOperations tags();

    /**
     * Returns the operations on the types of resources that namespaces are for.
     *
     * @return the operations
     */
    ResourceTypeOperations resourceTypes();
}
