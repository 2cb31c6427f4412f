package org.glance4j.model.metadef;

import java.util.List;
import java.util.Optional;

/**
 * One page of namespaces, in the order of the service, with their resource types and nothing else of what they hold.
 *
 * @param items what the page holds; empty on the last page of a listing whose length is a multiple of the page size
 * @param next the query for the following page, empty when the service says that there is none
 */
public record NamespacePage(List<Namespace> items, Optional<NamespaceQuery> next) {

    /** Copies the items. */
    public NamespacePage {
        items = List.copyOf(items);
    }
}
