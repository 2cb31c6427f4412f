package org.glance4j.model;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of tasks, in the order of the service.
 *
 * @param items the tasks, without input, result and message
 * @param next the query for the following page, empty when the service says that there is none
 */
public record TaskPage(List<Task> items, Optional<TaskQuery> next) {

    /** Copies the items. */
    public TaskPage {
        items = List.copyOf(items);
    }
}
