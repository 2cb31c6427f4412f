package org.glance4j.inmemory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.glance4j.lifecycle.TaskLifecycle;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * One task, with its times as fine as the service keeps them. It takes no status that its lifecycle does not let follow. Guarded
 * by the cloud's lock; what it shows is immutable.
 *
 * <p>Source: {@code glance/domain/__init__.py} (Task), {@code glance/common/config.py} (task_time_to_live), 25.1.0.
 */
final class TaskRecord {
    /** How long the service keeps a task that has ended. */
    static final Duration TIME_TO_LIVE = Duration.ofDays(2);

    private Task task;

    TaskRecord(Task pending) {
        this.task = pending;
    }

    /** Returns a task that was just accepted. */
    static TaskRecord accepted(
            TaskId id, String type, ProjectId owner, @Nullable Map<String, @Nullable Object> input, Instant now) {
        return new TaskRecord(Task.builder(id, type, TaskStatus.PENDING, now)
                .owner(owner)
                .input(input)
                .updatedAt(now)
                .build());
    }

    /** Says by which request of which user the task works on which image. */
    TaskRecord about(ImageId imageId, @Nullable String requestId, @Nullable String userId) {
        task = task.toBuilder()
                .imageId(imageId)
                .requestId(requestId)
                .userId(userId)
                .build();
        return this;
    }

    Task task() {
        return task;
    }

    TaskId id() {
        return task.id();
    }

    boolean hasEnded() {
        return TaskLifecycle.isFinal(task.status());
    }

    boolean isExpired(Instant now) {
        Instant expiresAt = task.expiresAt();
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    void begin(Instant now) {
        advance(task.toBuilder(), TaskStatus.PROCESSING, now);
    }

    /** Notes how far the work has come. */
    void report(String message, Instant now) {
        task = task.toBuilder().message(message).updatedAt(now).build();
    }

    void succeed(Map<String, @Nullable Object> result, Instant now) {
        advance(task.toBuilder().result(result).expiresAt(now.plus(TIME_TO_LIVE)), TaskStatus.SUCCESS, now);
    }

    void fail(String message, Instant now) {
        advance(task.toBuilder().message(message).expiresAt(now.plus(TIME_TO_LIVE)), TaskStatus.FAILURE, now);
    }

    private void advance(Task.Builder changed, TaskStatus status, Instant now) {
        if (!TaskLifecycle.next(task.status()).contains(status)) {
            throw new IllegalStateException("a task that is " + task.statusWord() + " cannot be " + status.word());
        }
        task = changed.statusWord(status.word()).updatedAt(now).build();
    }
}
