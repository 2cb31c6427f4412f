package org.glance4j.inmemory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.glance4j.auth.Caller;
import org.glance4j.model.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * The work of tasks that somebody asks for. Nothing of it reaches the world outside: an import fails when it comes to fetching the data.
 *
 * <p>Source: {@code glance/api/v2/tasks.py} (create), {@code glance/common/scripts/utils.py}, {@code
 * glance/async_/taskflow_executor.py}, 25.1.0.
 */
final class LegacyImports {
    /** The service's own kind of work. Asked for like this it has no image to work on. */
    static final String OF_AN_IMAGE = "api_image_import";

    private static final String FROM = "import_from";
    private static final List<String> NEEDED = List.of(FROM, "import_from_format", "image_properties");

    private static final Duration DELAY = Duration.ofMillis(1);
    private static final Duration DURATION = Duration.ofMillis(1);

    private final Cloud cloud;
    private final Supplier<TaskId> ids;

    LegacyImports(Cloud cloud, Supplier<TaskId> ids) {
        this.cloud = cloud;
        this.ids = ids;
    }

    /** Returns what the service says against an import's source; null where it takes it. */
    static @Nullable String problem(@Nullable Map<String, @Nullable Object> input) {
        Object from = input == null ? null : input.get(FROM);
        if (from == null || from.equals("")) {
            return "Invalid location: " + (from == null ? "None" : from);
        }
        String text = from.toString();
        if (from instanceof String && (text.startsWith("http://") || text.startsWith("https://"))) {
            return null;
        }
        return text.startsWith("file:///") || text.startsWith("filesystem:///")
                ? "File based imports are not allowed. Please use a non-local source of image data."
                : "The given uri is not valid. Please specify a valid uri from the following list of supported uri ['http']";
    }

    /** Accepts a task, which goes on by itself as time passes. */
    TaskRecord accept(Caller caller, String typeWord, @Nullable Map<String, @Nullable Object> input, Instant now) {
        TaskRecord task = TaskRecord.accepted(ids.get(), typeWord, caller.project(), input, now);
        cloud.tasks().add(task);
        cloud.agenda().at(now.plus(DELAY), at -> begin(task, at));
        return task;
    }

    private void begin(TaskRecord task, Instant at) {
        task.begin(cloud.at(at));
        cloud.agenda().at(at.plus(DURATION), due -> task.fail(failure(task), cloud.at(due)));
    }

    private static String failure(TaskRecord task) {
        Map<String, @Nullable Object> input = task.task().input();
        if (task.task().typeWord().equals(OF_AN_IMAGE)) {
            return input == null || input.isEmpty()
                    ? "Input to api_image_import task is empty."
                    : "Missing required 'image_id' field";
        }
        return NEEDED.stream()
                .filter(field -> input == null || !input.containsKey(field))
                .findFirst()
                .map(field -> "Input does not contain '" + field + "' field")
                .orElse("Task failed due to Internal Error");
    }
}
