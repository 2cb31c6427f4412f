package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.Operation;
import org.glance4j.model.metadef.NamespaceName;
import org.jspecify.annotations.Nullable;

/**
 * A request that concerns the catalog of metadata definitions.
 *
 * @param operation the operation
 * @param namespace the namespace it is about; of a list of namespaces the one behind which the page starts; null for none
 * @param name what in the namespace it is about; null for none
 * @param newName the name that it gives to what it is about, where that is another; null where it gives none
 */
public record MetadefRequest(
        Operation operation,
        @Nullable NamespaceName namespace,
        @Nullable String name,
        @Nullable String newName) {

    /** Refuses null, and what is not about the catalog. */
    public MetadefRequest {
        requireNonNull(operation, "operation");
        if (MetadefKind.of(operation) == null) {
            throw new IllegalArgumentException(operation + " is not about the catalog of metadata definitions");
        }
    }

    /**
     * Returns a request about a namespace, or about all of what one holds.
     *
     * @param operation the operation
     * @param namespace the namespace; null for none
     * @return the request
     */
    public static MetadefRequest of(Operation operation, @Nullable NamespaceName namespace) {
        return new MetadefRequest(operation, namespace, null, null);
    }

    /**
     * Returns a request about something in a namespace.
     *
     * @param operation the operation
     * @param namespace the namespace
     * @param name what it is called
     * @return the request
     */
    public static MetadefRequest of(Operation operation, NamespaceName namespace, String name) {
        return new MetadefRequest(operation, namespace, name, null);
    }

    /**
     * Returns this request as one that also gives a name.
     *
     * @param given the name
     * @return the request, without a new name where that is the one that it is about
     */
    public MetadefRequest giving(String given) {
        String old = name != null ? name : namespace == null ? null : namespace.value();
        return new MetadefRequest(operation, namespace, name, given.equals(old) ? null : given);
    }
}
