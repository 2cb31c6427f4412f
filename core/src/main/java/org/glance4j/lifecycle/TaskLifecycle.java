package org.glance4j.lifecycle;

import java.util.Set;
import org.glance4j.model.TaskStatus;

/**
 * The state machine of a task: it is worked on once, and ends well or badly.
 *
 * <p>Source: {@code glance/domain/__init__.py} (Task._validate_task_status_transition), 25.1.0.
 */
public final class TaskLifecycle {
    private static final Table<TaskStatus> TABLE = Table.of(TaskStatus.class)
            .row(TaskStatus.PENDING, Set.of(TaskStatus.PROCESSING, TaskStatus.FAILURE))
            .row(TaskStatus.PROCESSING, Set.of(TaskStatus.SUCCESS, TaskStatus.FAILURE))
            .row(TaskStatus.SUCCESS, Set.of())
            .row(TaskStatus.FAILURE, Set.of())
            .build();

    private TaskLifecycle() {}

    /**
     * Returns the statuses that may follow directly.
     *
     * @param from a task status
     * @return the statuses, none after a final or an unrecognized one
     */
    public static Set<TaskStatus> next(TaskStatus from) {
        return TABLE.next(from);
    }

    /**
     * Returns whether nothing follows.
     *
     * @param status a task status
     * @return true for a final one, false for an unrecognized one
     */
    public static boolean isFinal(TaskStatus status) {
        return TABLE.isFinal(status);
    }

    /**
     * Returns whether waiting for a status makes sense: whether it is there, or may follow in any number of steps.
     *
     * @param from the status now
     * @param goal the status to wait for
     * @return true if it can come; also where either is unrecognized, which rules nothing out
     */
    public static boolean canReach(TaskStatus from, TaskStatus goal) {
        return TABLE.canReach(from, goal);
    }

    static Table<TaskStatus> table() {
        return TABLE;
    }
}
