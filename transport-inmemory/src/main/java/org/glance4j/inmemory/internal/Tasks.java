package org.glance4j.inmemory.internal;

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
    private final Map<TaskId, TaskRecord> byId = new LinkedHashMap<>();

    void add(TaskRecord added) {
        byId.put(added.id(), added);
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
