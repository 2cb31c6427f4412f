package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.Operation;
import org.glance4j.model.TaskId;

/** A request that concerns tasks. The form of its values has been checked before. */
public sealed interface TaskRequest {

    /**
     * Returns the operation that the request asks for.
     *
     * @return the operation
     */
    Operation operation();

    /** Lists tasks. */
    record ListTasks() implements TaskRequest {
        @Override
        public Operation operation() {
            return Operation.LIST_TASKS;
        }
    }

    /**
     * Shows a task.
     *
     * @param taskId the task's id
     */
    record Get(TaskId taskId) implements TaskRequest {
        /** Refuses null. */
        public Get {
            requireNonNull(taskId, "taskId");
        }

        @Override
        public Operation operation() {
            return Operation.GET_TASK;
        }
    }

    /** Asks for a task. */
    record Create() implements TaskRequest {
        @Override
        public Operation operation() {
            return Operation.CREATE_TASK;
        }
    }
}
