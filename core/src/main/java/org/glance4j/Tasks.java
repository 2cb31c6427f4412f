package org.glance4j;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.glance4j.error.TaskNotFoundException;
import org.glance4j.internal.Calls;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.transport.Listing;

/**
 * The service's tasks: list, show, create. A cloud opens them to admins only by default; Rackspace opens them to everybody. Every call
 * asks the service; nothing is cached. Safe for use by several threads.
 *
 * <p>{@link Imports#awaitTask(TaskId)} waits for a task's end; {@link Imports#tasks} has those of one image, which are open to whoever
 * sees it.
 *
 * <p>Source: Image API v2, tasks; Rackspace Cloud Images, tasks.
 */
public final class Tasks {
    private final Calls calls;

    Tasks(Calls calls) {
        this.calls = calls;
    }

    /**
     * Returns all tasks that the caller may list, newest first: an admin's of every project, others' of their own.
     *
     * @return the tasks, without input, result and message, asked for page by page while they are read
     */
    public Listing<Task> list() {
        return list(TaskQuery.defaults());
    }

    /**
     * Returns all tasks that a query finds, in its order. Through {@link ImageClient#within} the time counts for each page.
     *
     * @param query which tasks; its limit is the size of a page, its marker the task to begin behind
     * @return the tasks, without input, result and message, asked for page by page while they are read
     */
    public Listing<Task> list(TaskQuery query) {
        return Listing.ofTasks(() -> calls.begin().tasks(), query);
    }

    /**
     * Returns one page of tasks, in the order of the query.
     *
     * @param query which tasks, how many, and behind which one
     * @return the page, whose tasks lack input, result and message; its {@link TaskPage#next()} is present exactly if the service says
     *     that more may follow
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     * @throws org.glance4j.error.InvalidRequestException if the marker is not there, or the service does not list by this kind of work
     */
    public TaskPage page(TaskQuery query) {
        requireNonNull(query, "query");
        return calls.begin().tasks().list(query);
    }

    /**
     * Returns the task with this id.
     *
     * @param id the task's id
     * @return the task as it is now
     * @throws TaskNotFoundException if it is not there, has expired, or is another project's
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     */
    public Task get(TaskId id) {
        requireNonNull(id, "id");
        return calls.begin().tasks().get(id);
    }

    /**
     * Returns the task with this id, if there is one that the caller sees.
     *
     * @param id the task's id
     * @return the task as it is now, empty if it is not there, has expired, or is another project's
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     */
    public Optional<Task> find(TaskId id) {
        try {
            return Optional.of(get(id));
        } catch (TaskNotFoundException absent) {
            return Optional.empty();
        }
    }

    /**
     * Returns the task that the service has accepted, {@code pending}.
     *
     * @param input what it is to do
     * @return the task
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     * @throws org.glance4j.error.InvalidRequestException if the service does not have this kind of work, or does not import from there
     */
    public Task create(TaskInput input) {
        requireNonNull(input, "input");
        return calls.begin().tasks().create(input);
    }
}
