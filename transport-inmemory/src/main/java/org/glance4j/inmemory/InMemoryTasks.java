package org.glance4j.inmemory;

import org.glance4j.error.Failure;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.transport.TaskOperations;

/** The service's tasks, as one caller works with them. Safe for use by several threads. */
record InMemoryTasks(Door door) implements TaskOperations {

    @Override
    public TaskPage list(TaskQuery query) {
        RequestChecks.encodable(query);
        door.enter(Failure.of(Operation.LIST_TASKS));
        return door.engine().listTasks(door.caller(), query);
    }

    @Override
    public Task get(TaskId id) {
        RequestChecks.addressable(Operation.GET_TASK, id);
        door.enter(Failure.of(Operation.GET_TASK));
        return door.engine().getTask(door.caller(), id);
    }

    @Override
    public Task create(TaskInput input) {
        RequestChecks.encodable(input);
        door.enter(Failure.of(Operation.CREATE_TASK));
        return door.engine().createTask(door.caller(), input.typeWord(), input.fields());
    }
}
