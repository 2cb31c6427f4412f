package org.glance4j.inmemory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageId;
import org.glance4j.model.TaskId;
import org.jspecify.annotations.Nullable;

/** The tasks of one cloud, in the order in which they came; those whose time is over are gone. Guarded by the cloud's lock. */
final class Tasks {
    /** How often those that nobody asks for are looked through. */
    private static final Duration ROUND = Duration.ofHours(1);

    private final Map<TaskId, TaskRecord> byId = new LinkedHashMap<>();
    private Instant nextRound = Instant.MIN;

    /** Adds a task, and drops others now and then: whoever only has work done, and asks for no task, piles none up. */
    void add(TaskRecord added, Instant now) {
        if (!now.isBefore(nextRound)) {
            dropExpired(now);
            nextRound = now.plus(ROUND);
        }
        byId.put(added.id(), added);
    }

    /** Returns how many tasks are kept, those included whose time is over and that nobody asked for. */
    int count() {
        return byId.size();
    }

    @Nullable
    TaskRecord find(TaskId id, Instant now) {
        dropExpired(now);
        return byId.get(id);
    }

    /** Returns all tasks, oldest first. */
    Collection<TaskRecord> all(Instant now) {
        dropExpired(now);
        return List.copyOf(byId.values());
    }

    /** Returns an image's tasks, oldest first. */
    List<TaskRecord> of(ImageId imageId, Instant now) {
        dropExpired(now);
        return byId.values().stream()
                .filter(each -> imageId.equals(each.task().imageId()))
                .toList();
    }

    private void dropExpired(Instant now) {
        byId.values().removeIf(each -> each.isExpired(now));
    }
}
