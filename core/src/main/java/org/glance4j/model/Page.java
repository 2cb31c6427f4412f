package org.glance4j.model;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing, in the order of the service.
 *
 * @param items what the page holds; empty on the last page of a listing whose length is a multiple of the page size
 * @param next the query for the following page, empty when the service says that there is none
 */
public record Page<T>(List<T> items, Optional<ImageQuery> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
