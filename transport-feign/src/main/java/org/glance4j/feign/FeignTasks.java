package org.glance4j.feign;

import java.util.Optional;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.internal.json.TasksPage;
import org.glance4j.lifecycle.TaskRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.TaskOperations;

/** Tasks over HTTP. Safe for use by several threads. */
record FeignTasks(Calls calls, TasksApi api, Deadline deadline) implements TaskOperations {

    @Override
    public TaskPage list(TaskQuery query) {
        RequestChecks.encodable(query);
        Call call = Call.of(new TaskRequest.ListTasks(), deadline);
        TasksPage page = calls.run(call, attempt -> api.list(QueryParameters.of(query), attempt));
        if (page.next() == null || page.tasks().isEmpty()) {
            return new TaskPage(page.tasks(), Optional.empty());
        }
        // Of the service's own link only the presence counts: the library builds its queries itself.
        Task last = page.tasks().get(page.tasks().size() - 1);
        return new TaskPage(page.tasks(), Optional.of(query.after(last.id())));
    }

    @Override
    public Task get(TaskId id) {
        RequestChecks.addressable(Operation.GET_TASK, id);
        Call call = Call.of(new TaskRequest.Get(id), deadline);
        return calls.run(call, attempt -> api.get(PathSegments.encode(id.value()), attempt));
    }

    @Override
    public Task create(TaskInput input) {
        RequestChecks.encodable(input);
        return calls.run(Call.of(new TaskRequest.Create(), deadline), attempt -> api.create(input, attempt));
    }
}
