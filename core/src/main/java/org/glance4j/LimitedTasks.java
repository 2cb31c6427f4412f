package org.glance4j;

import org.glance4j.internal.Calls;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.transport.TaskOperations;

/** Begins a call for each operation. */
record LimitedTasks(Calls calls) implements TaskOperations {

    @Override
    public TaskPage list(TaskQuery query) {
        return calls.begin().tasks().list(query);
    }

    @Override
    public Task get(TaskId id) {
        return calls.begin().tasks().get(id);
    }

    @Override
    public Task create(TaskInput input) {
        return calls.begin().tasks().create(input);
    }
}
