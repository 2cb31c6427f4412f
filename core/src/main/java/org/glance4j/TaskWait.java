package org.glance4j;

import java.util.Optional;
import java.util.function.Supplier;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.TaskFailedException;
import org.glance4j.internal.Waiting;
import org.glance4j.lifecycle.TaskLifecycle;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskStatus;

/** Waits for a task's good end, and ends at once where it cannot come any more. */
final class TaskWait {
    private TaskWait() {}

    /** Waits for one of an image's own tasks. */
    static Task until(Supplier<Task> look, ImageId image, Waiting waiting) {
        return until(look, Failure.of(Operation.LIST_IMAGE_TASKS).imageId(image), waiting);
    }

    static Task until(Supplier<Task> look, Failure.Builder failure, Waiting waiting) {
        String[] seen = {"not seen yet"};
        return waiting.until(
                () -> {
                    Task task = look.get();
                    seen[0] = task.statusWord();
                    return succeeded(task, failure);
                },
                failure,
                () -> "the task is still " + seen[0]);
    }

    static Optional<Task> succeeded(Task task, Failure.Builder failure) {
        if (task.status() == TaskStatus.SUCCESS) {
            return Optional.of(task);
        }
        if (!TaskLifecycle.canReach(task.status(), TaskStatus.SUCCESS)) {
            String why = task.message() == null ? "the service does not say why" : task.message();
            throw new TaskFailedException(
                    failure.effect(Effect.NOT_APPLIED)
                            .advice("task " + task.id() + " is " + task.statusWord() + ": " + why)
                            .build(),
                    null);
        }
        return Optional.empty();
    }

    static NotFoundException absent(ImageId image, TaskId task) {
        return new NotFoundException(
                Failure.of(Operation.LIST_IMAGE_TASKS)
                        .imageId(image)
                        .effect(Effect.NOT_APPLIED)
                        .advice("the image has no task " + task + ", or it has expired, or is not the caller's")
                        .build(),
                null);
    }
}
