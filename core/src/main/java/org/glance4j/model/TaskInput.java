package org.glance4j.model;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a task is asked to do. */
public sealed interface TaskInput permits ImportTaskInput, ExportTaskInput {

    /**
     * Returns the kind of work, as it stands on the wire.
     *
     * @return the word
     */
    String typeWord();

    /**
     * Returns the input as it stands on the wire.
     *
     * @return the fields, as plain maps and strings
     */
    Map<String, @Nullable Object> fields();

    /**
     * Returns what a task was asked to do.
     *
     * @param task the task, shown by itself: a list leaves inputs out
     * @return the input, empty where the task is of another kind, or its input is not told or not of the known form
     */
    static Optional<TaskInput> of(Task task) {
        Map<String, @Nullable Object> fields = task.input();
        if (fields == null) {
            return Optional.empty();
        }
        return switch (task.typeWord()) {
            case ImportTaskInput.TYPE -> ImportTaskInput.read(fields).map(TaskInput.class::cast);
            case ExportTaskInput.TYPE -> ExportTaskInput.read(fields).map(TaskInput.class::cast);
            default -> Optional.empty();
        };
    }
}
