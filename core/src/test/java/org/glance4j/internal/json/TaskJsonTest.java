package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskStatus;
import org.junit.jupiter.api.Test;

class TaskJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SMALLEST = """
            {"id": "t", "type": "import", "status": "pending", "created_at": "2026-11-23T12:54:55Z"}
            """;

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Task task(String more) {
        return TaskJson.read(bytes(SMALLEST.replaceFirst("\\{", "{" + more + ",")));
    }

    private static List<byte[]> recorded(String title) throws IOException {
        try (InputStream in = TaskJsonTest.class.getResourceAsStream("/recorded/import-and-tasks.json")) {
            return MAPPER.readTree(in)
                    .get("exchanges")
                    .valueStream()
                    .filter(exchange -> exchange.get("title").asText().equals(title))
                    .map(exchange -> bytes(exchange.get("response").get("body").asText()))
                    .toList();
        }
    }

    @Test
    void aRecordedTaskDecodesToEveryFieldAndBack() throws IOException {
        byte[] document = recorded("one task, by admin").get(0);
        Task task = TaskJson.read(document);
        assertThat(task.status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(task.message()).isEqualTo("Task failed due to Internal Error");
        assertThat(task.result()).isNull();
        assertThat(task.input()).containsEntry("backend", List.of("fast"));
        assertThat(task.expiresAt()).isEqualTo(Instant.parse("2026-11-25T12:54:56Z"));
        assertThat(MAPPER.readTree(TaskJson.write(task))).isEqualTo(MAPPER.readTree(document));
    }

    @Test
    void anImagesRecordedTasksDecodeToTheMicrosecondAndBack() throws IOException {
        byte[] document = recorded("the image's tasks").get(0);
        List<Task> tasks = TaskJson.readList(document);
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.createdAt()).isEqualTo(Instant.parse("2026-11-23T12:54:55.270567Z"));
            assertThat(task.imageId()).isEqualTo(ImageId.of("2cfa7723-8d6b-4ffc-b682-f95b52fd282c"));
            assertThat(task.result()).isEqualTo(Map.of("image_id", "2cfa7723-8d6b-4ffc-b682-f95b52fd282c"));
        });
        JsonNode written = MAPPER.readTree(TaskJson.writeList(tasks));
        assertThat(written).isEqualTo(MAPPER.readTree(document));
    }

    @Test
    void wholeSecondsAreWrittenWithoutAFraction() {
        String written =
                new String(TaskJson.writeList(List.of(TaskJson.read(bytes(SMALLEST)))), StandardCharsets.UTF_8);
        assertThat(written).contains("\"created_at\":\"2026-11-23T12:54:55\"");
    }

    @Test
    void theWaysToWriteNoMessageAreAlike() {
        for (String none : List.of("\"\"", "null", "\"None\"")) {
            assertThat(task("\"message\": " + none).message()).isNull();
        }
        assertThat(task("\"message\": \"396\"").message()).isEqualTo("396");
    }

    @Test
    void unknownWordsAndFieldsAreKept() {
        Task task = task("\"x\": [1, {\"y\": null}], \"result\": \"odd\"");
        assertThat(task.otherFields()).containsKey("x").containsEntry("result", "odd");
        assertThat(TaskJson.read(TaskJson.write(task)).otherFields()).isEqualTo(task.otherFields());
        Task dreaming = TaskJson.read(bytes(SMALLEST.replace("pending", "dreaming")));
        assertThat(dreaming.status()).isEqualTo(TaskStatus.UNRECOGNIZED);
        assertThat(dreaming.statusWord()).isEqualTo("dreaming");
    }

    @Test
    void idTypeStatusAndTimeAreRequired() {
        for (String field : List.of("id", "type", "status", "created_at")) {
            assertThatThrownBy(() -> TaskJson.read(bytes(SMALLEST.replace('"' + field + '"', "\"else\""))))
                    .isInstanceOf(WireFormatException.class)
                    .hasMessageContaining(field);
        }
        assertThatThrownBy(() -> TaskJson.readList(bytes("{}"))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void aFieldThatStandsThereTwiceIsRefused() {
        for (String twice : List.of("\"id\": \"u\"", "\"x\": 1, \"x\": 2")) {
            assertThatThrownBy(() -> task(twice))
                    .isInstanceOf(WireFormatException.class)
                    .hasMessageContaining("twice");
        }
    }
}
