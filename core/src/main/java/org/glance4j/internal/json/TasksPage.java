package org.glance4j.internal.json;

import java.util.List;
import org.glance4j.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a list of tasks.
 *
 * @param tasks the tasks in the order of the answer
 * @param next the link to the following page as the service wrote it; null where it says that there is none
 */
public record TasksPage(List<Task> tasks, @Nullable String next) {

    /** Copies the tasks. */
    public TasksPage {
        tasks = List.copyOf(tasks);
    }
}
