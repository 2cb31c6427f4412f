package org.glance4j.inmemory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The work of tasks that somebody asks for. An import makes an image of what the site's web has; whatever it lacks for that makes
 * it fail.
 *
 * <p>Source: {@code glance/api/v2/tasks.py} (create), {@code glance/common/scripts/utils.py}, {@code
 * glance/async_/taskflow_executor.py}, 25.1.0.
 */
final class LegacyImports {
    /** The service's own kind of work. Asked for like this it has no image to work on. */
    static final String OF_AN_IMAGE = "api_image_import";

    private static final List<String> NEEDED =
            List.of(LegacyImport.FROM, "import_from_format", LegacyImport.PROPERTIES);

    private static final Duration DELAY = Duration.ofMillis(1);

    private final LegacyImport.Setting setting;

    LegacyImports(LegacyImport.Setting setting) {
        this.setting = setting;
    }

    /** Returns what the service says against the form of an import's source; null where it takes it. */
    static @Nullable String problem(@Nullable Map<String, @Nullable Object> input) {
        Object from = input == null ? null : input.get(LegacyImport.FROM);
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

    /** Returns whether the site lets an import's source through. Runs without the cloud's lock, because it asks foreign code. */
    boolean passes(@Nullable Map<String, @Nullable Object> input) {
        return setting.downloads().passes(LegacyImport.source(input));
    }

    /** Accepts a task, which goes on by itself as time passes. */
    TaskRecord accept(Caller caller, String typeWord, @Nullable Map<String, @Nullable Object> input, Instant now) {
        Cloud cloud = setting.cloud();
        TaskRecord task = TaskRecord.accepted(setting.taskIds().get(), typeWord, caller.project(), input, now);
        cloud.tasks().add(task, now);
        cloud.agenda().at(cloud.clockTime().plus(DELAY), at -> begin(task, at));
        return task;
    }

    private void begin(TaskRecord task, Instant at) {
        task.begin(setting.cloud().at(at));
        LegacyImport work = new LegacyImport(setting, task);
        String lack = lack(task);
        if (lack == null) {
            work.begin(at);
        } else {
            work.failLater(lack, at);
        }
    }

    /** Returns what a task says that lacks something of its input; null where it has everything. */
    private static @Nullable String lack(TaskRecord task) {
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
                .orElse(null);
    }
}
