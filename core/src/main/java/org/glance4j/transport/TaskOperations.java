package org.glance4j.transport;

import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;

/**
 * The service's tasks. A cloud opens them to admins only by default; Rackspace opens them to everybody. The tasks of one image are
 * open to whoever sees it. Nobody deletes a task: it goes two days after it has ended.
 *
 * <p>Source: Image API v2, tasks; {@code glance/api/v2/tasks.py}, 25.1.0; Rackspace Cloud Images, tasks.
 */
public interface TaskOperations {

    /**
     * Returns one page of tasks, newest first unless the query says otherwise: an admin's of every project, others' of their own.
     *
     * @param query which tasks, how many, and behind which one
     * @return the page, whose tasks lack input, result and message
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     * @throws org.glance4j.error.InvalidRequestException if the marker is not there, or the service does not list by this kind of work
     */
    TaskPage list(TaskQuery query);

    /**
     * Returns the task with this id.
     *
     * @param id the task's id
     * @return the task as it is now
     * @throws org.glance4j.error.TaskNotFoundException if it is not there, has expired, or is another project's
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     */
    Task get(TaskId id);

    /**
     * Returns the task that the service has accepted, {@code pending}.
     *
     * @param input what it is to do
     * @return the task
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     * @throws org.glance4j.error.InvalidRequestException if the service does not have this kind of work, or does not import from there
     */
    Task create(TaskInput input);
}
