package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * Tasks, and the tasks of an image, which the service writes in another form: with finer times and without links. Source: Image
 * API v2, tasks; {@code glance/api/v2/tasks.py} (ResponseSerializer), {@code images.py} (get_task_info), 25.1.0.
 */
public final class TaskJson {
    private static final String TASKS = "tasks";

    private TaskJson() {}

    /**
     * Returns the task in a document.
     *
     * @param document the document; not closed
     * @return the task
     * @throws IOException if the stream fails
     * @throws WireFormatException if the document is not a task
     */
    public static Task read(InputStream document) throws IOException {
        return Json.read(document, TaskReader::read);
    }

    /**
     * Returns the task in a document.
     *
     * @param document the document
     * @return the task
     * @throws WireFormatException if the document is not a task
     */
    public static Task read(byte[] document) {
        return Json.read(document, TaskReader::read);
    }

    /**
     * Returns the tasks in a document that lists an image's tasks.
     *
     * @param document the document; not closed
     * @return the tasks in the order of the answer
     * @throws IOException if the stream fails
     * @throws WireFormatException if the document is not a list of tasks
     */
    public static List<Task> readList(InputStream document) throws IOException {
        return Json.read(document, TaskJson::tasks);
    }

    /**
     * Returns the tasks in a document that lists an image's tasks.
     *
     * @param document the document
     * @return the tasks in the order of the answer
     * @throws WireFormatException if the document is not a list of tasks
     */
    public static List<Task> readList(byte[] document) {
        return Json.read(document, TaskJson::tasks);
    }

    private static List<Task> tasks(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "list of tasks");
        List<Task> tasks = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(TASKS)) {
                if (tasks != null) {
                    throw Once.twice("the field " + field);
                }
                tasks = elements(parser);
            } else {
                parser.skipChildren();
            }
        }
        return Json.required(tasks, TASKS);
    }

    /** Reads the array of tasks that the parser stands at. */
    static List<Task> elements(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_ARRAY, TASKS);
        List<Task> tasks = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tasks.add(TaskReader.read(parser));
        }
        return List.copyOf(tasks);
    }

    /**
     * Returns a task as the service writes it when one task is asked for.
     *
     * @param task the task
     * @return the document
     */
    public static byte[] write(Task task) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeStringField("id", task.id().value());
            writeField(generator, task, "input", task.input());
            generator.writeStringField("type", task.typeWord());
            generator.writeStringField("status", task.statusWord());
            Fields.write(
                    generator,
                    "owner",
                    task.owner() == null ? null : task.owner().value());
            generator.writeStringField("message", message(task));
            writeField(generator, task, "result", task.result());
            writeTime(generator, "created_at", task.createdAt());
            writeTime(generator, "updated_at", task.updatedAt());
            generator.writeStringField("self", "/v2/tasks/" + task.id().value());
            generator.writeStringField("schema", "/v2/schemas/task");
            if (task.imageId() != null) {
                generator.writeStringField("image_id", task.imageId().value());
            }
            if (task.requestId() != null) {
                generator.writeStringField("request_id", task.requestId());
            }
            if (task.userId() != null) {
                generator.writeStringField("user_id", task.userId());
            }
            writeTime(generator, "expires_at", task.expiresAt());
            writeOthers(generator, task);
            generator.writeEndObject();
        });
    }

    /**
     * Returns an image's tasks as the service writes them: in full, with times to the microsecond and without a zone.
     *
     * @param tasks the tasks
     * @return the document
     */
    public static byte[] writeList(List<Task> tasks) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(TASKS);
            for (Task task : tasks) {
                writeInFull(generator, task);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    private static void writeInFull(JsonGenerator generator, Task task) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", task.id().value());
        generator.writeStringField("type", task.typeWord());
        generator.writeStringField("status", task.statusWord());
        Fields.write(
                generator, "owner", task.owner() == null ? null : task.owner().value());
        Fields.write(generator, "expires_at", fine(task.expiresAt()));
        Fields.write(generator, "created_at", fine(task.createdAt()));
        Fields.write(generator, "updated_at", fine(task.updatedAt()));
        if (!task.otherFields().containsKey("deleted_at")) {
            generator.writeNullField("deleted_at");
        }
        if (!task.otherFields().containsKey("deleted")) {
            generator.writeBooleanField("deleted", false);
        }
        Fields.write(
                generator,
                "image_id",
                task.imageId() == null ? null : task.imageId().value());
        Fields.write(generator, "request_id", task.requestId());
        Fields.write(generator, "user_id", task.userId());
        writeField(generator, task, "input", task.input());
        writeField(generator, task, "result", task.result());
        generator.writeStringField("message", message(task));
        writeOthers(generator, task);
        generator.writeEndObject();
    }

    private static String message(Task task) {
        return task.message() == null ? "" : task.message();
    }

    /** What was read in a form that the field does not have stands among the other fields. */
    private static void writeField(
            JsonGenerator generator, Task task, String field, @Nullable Map<String, @Nullable Object> value)
            throws IOException {
        if (value != null || !task.otherFields().containsKey(field)) {
            Fields.write(generator, field, value);
        }
    }

    private static void writeOthers(JsonGenerator generator, Task task) throws IOException {
        for (Map.Entry<String, @Nullable Object> other : task.otherFields().entrySet()) {
            Fields.write(generator, other.getKey(), other.getValue());
        }
    }

    private static void writeTime(JsonGenerator generator, String field, @Nullable Instant time) throws IOException {
        if (time != null) {
            generator.writeStringField(field, WireTime.write(time));
        }
    }

    private static @Nullable String fine(@Nullable Instant time) {
        return time == null ? null : WireTime.writeFine(time);
    }
}
