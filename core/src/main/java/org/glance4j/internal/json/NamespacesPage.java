package org.glance4j.internal.json;

import java.util.List;
import org.glance4j.model.metadef.Namespace;

/**
 * A page of namespaces as it stands on the wire.
 *
 * @param namespaces the namespaces
 * @param more whether the service says that a page follows
 */
public record NamespacesPage(List<Namespace> namespaces, boolean more) {

    /** Copies the namespaces. */
    public NamespacesPage {
        namespaces = List.copyOf(namespaces);
    }
}
