package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.jspecify.annotations.Nullable;

/** Collects one task's fields as they come. One object reads one task. */
final class TaskReader {
    private @Nullable TaskId id;
    private @Nullable String type;
    private @Nullable String status;
    private @Nullable ProjectId owner;
    private @Nullable ImageId imageId;
    private @Nullable String requestId;
    private @Nullable String userId;
    private @Nullable Map<String, @Nullable Object> input;
    private @Nullable Map<String, @Nullable Object> result;
    private @Nullable String message;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private @Nullable Instant expiresAt;
    private final Map<String, @Nullable Object> otherFields = new LinkedHashMap<>();
    private final Once once = new Once();

    private TaskReader() {}

    static Task read(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "task");
        TaskReader reader = new TaskReader();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            reader.field(parser, field);
        }
        return reader.task();
    }

    private void field(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "id" -> id = TaskId.of(Json.required(Fields.id(parser, once.check(1, field)), field));
            case "type" -> type = Fields.text(parser, once.check(2, field));
            case "status" -> status = Fields.text(parser, once.check(3, field));
            case "owner" -> {
                String text = Fields.id(parser, once.check(4, field));
                owner = text == null ? null : ProjectId.of(text);
            }
            case "image_id" -> {
                String text = Fields.id(parser, once.check(5, field));
                imageId = text == null ? null : ImageId.of(text);
            }
            case "request_id" -> requestId = Fields.text(parser, once.check(6, field));
            case "user_id" -> userId = Fields.id(parser, once.check(7, field));
            case "input" -> input = object(parser, once.check(8, field));
            case "result" -> result = object(parser, once.check(9, field));
            case "message" -> message = Fields.text(parser, once.check(10, field));
            case "created_at" -> createdAt = Fields.time(parser, once.check(11, field));
            case "updated_at" -> updatedAt = Fields.time(parser, once.check(12, field));
            case "expires_at" -> expiresAt = Fields.time(parser, once.check(13, field));
            // Links: the library builds its own paths from ids.
            case "self", "schema" -> parser.skipChildren();
            default -> other(field, Fields.any(parser));
        }
    }

    /** What should be an object and is none is kept beside the known fields. */
    private @Nullable Map<String, @Nullable Object> object(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return Fields.object(parser, field);
        }
        Object value = Fields.any(parser);
        if (value != null) {
            other(field, value);
        }
        return null;
    }

    private void other(String field, @Nullable Object value) {
        int count = otherFields.size();
        otherFields.put(field, value);
        if (otherFields.size() == count) {
            throw Once.twice("a field beside the known ones");
        }
    }

    private Task task() {
        return new Task(
                Json.required(id, "id"),
                Json.required(type, "type"),
                Json.required(status, "status"),
                owner,
                imageId,
                requestId,
                userId,
                input,
                result,
                message,
                Json.required(createdAt, "created_at"),
                updatedAt,
                expiresAt,
                otherFields);
    }
}
