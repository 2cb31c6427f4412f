package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.glance4j.model.Task;
import org.glance4j.model.TaskInput;
import org.jspecify.annotations.Nullable;

/**
 * Pages of tasks, whose tasks lack input, result and message, and the body that makes a task. Source: Image API v2, tasks; {@code
 * glance/api/v2/tasks.py}, 25.1.0.
 */
public final class TasksPageJson {
    private static final String TASKS = "tasks";
    private static final String NEXT = "next";

    private TasksPageJson() {}

    /**
     * Returns the page of tasks in a document.
     *
     * @param document the document
     * @return the page
     * @throws WireFormatException if the document is not a page of tasks
     */
    public static TasksPage read(byte[] document) {
        return Json.read(document, TasksPageJson::page);
    }

    private static TasksPage page(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "page of tasks");
        List<Task> tasks = null;
        String next = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case TASKS -> {
                    once.check(1, field);
                    tasks = TaskJson.elements(parser);
                }
                case NEXT -> next = Fields.text(parser, once.check(2, field));
                default -> parser.skipChildren();
            }
        }
        return new TasksPage(Json.required(tasks, TASKS), next);
    }

    /**
     * Returns a page as the service writes it.
     *
     * @param tasks the tasks
     * @param first the link to the first page
     * @param next the link to the following page; null for none
     * @return the document
     */
    public static byte[] write(List<Task> tasks, String first, @Nullable String next) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(TASKS);
            for (Task task : tasks) {
                stub(generator, task);
            }
            generator.writeEndArray();
            generator.writeStringField("first", first);
            generator.writeStringField("schema", "/v2/schemas/tasks");
            if (next != null) {
                generator.writeStringField(NEXT, next);
            }
            generator.writeEndObject();
        });
    }

    private static void stub(JsonGenerator generator, Task task) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", task.id().value());
        generator.writeStringField("type", task.typeWord());
        generator.writeStringField("status", task.statusWord());
        Fields.write(
                generator, "owner", task.owner() == null ? null : task.owner().value());
        time(generator, "created_at", task.createdAt());
        time(generator, "updated_at", task.updatedAt());
        time(generator, "expires_at", task.expiresAt());
        generator.writeStringField("self", "/v2/tasks/" + task.id().value());
        generator.writeStringField("schema", "/v2/schemas/task");
        generator.writeEndObject();
    }

    private static void time(JsonGenerator generator, String field, @Nullable Instant time) throws IOException {
        if (time != null) {
            generator.writeStringField(field, WireTime.write(time));
        }
    }

    /**
     * Returns the body that asks for a task.
     *
     * @param input what it is to do
     * @return the document
     */
    public static byte[] writeNew(TaskInput input) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeStringField("type", input.typeWord());
            Fields.write(generator, "input", input.fields());
            generator.writeEndObject();
        });
    }
}
