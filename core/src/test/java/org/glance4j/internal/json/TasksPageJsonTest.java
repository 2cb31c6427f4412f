package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.model.CachedImage;
import org.glance4j.model.ExportTaskInput;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of tasks, bodies that make tasks, and what is in the cache. */
class TasksPageJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String TASK = """
            {"id": "08b7e1c8-3821-4f54-b3b8-d6655d178cdf", "type": "import", "status": "processing",
             "owner": "fa6c8c1600f4444281658a23ee6da8e8", "created_at": "2014-09-10T16:34:56Z",
             "updated_at": "2014-09-10T16:34:58Z", "self": "/v2/tasks/08b7e1c8-3821-4f54-b3b8-d6655d178cdf",
             "schema": "/v2/schemas/task"}
            """;

    /** {@code api-ref/source/v2/samples/cache-list-response.json}. */
    private static final String CACHE = """
            {"cached_images": [
                {"image_id": "fe05d6c9-ef02-4161-9056-81ed046f3024", "hits": 0, "last_accessed": 1651504844.0860524,
                 "last_modified": 1651504844.0860524, "size": 987654}],
             "queued_images": ["e34e6e2f-fe16-420d-ad36-cebf69506106", "6b9fbf2b-3031-429a-80b1-b509e4c44046"]}
            """;

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPageOfTasksDecodesAndBack() throws IOException {
        String page = "{\"tasks\": [" + TASK + "], \"first\": \"/v2/tasks?limit=1\", \"schema\": \"/v2/schemas/tasks\","
                + " \"next\": \"/v2/tasks?limit=1&marker=08b7e1c8-3821-4f54-b3b8-d6655d178cdf\"}";
        TasksPage read = TasksPageJson.read(bytes(page));
        assertThat(read.next()).endsWith("marker=08b7e1c8-3821-4f54-b3b8-d6655d178cdf");
        Task task = read.tasks().get(0);
        assertThat(task.status()).isEqualTo(TaskStatus.PROCESSING);
        assertThat(task.owner()).isEqualTo(ProjectId.of("fa6c8c1600f4444281658a23ee6da8e8"));
        assertThat(task.input()).isNull();
        assertThat(task.expiresAt()).isNull();
        assertThat(MAPPER.readTree(TasksPageJson.write(read.tasks(), "/v2/tasks?limit=1", read.next())))
                .isEqualTo(MAPPER.readTree(page));
        Task ended = task.toBuilder()
                .expiresAt(Instant.parse("2014-09-12T16:34:58Z"))
                .message("a list does not show it")
                .build();
        assertThat(MAPPER.readTree(TasksPageJson.write(List.of(ended), "/v2/tasks", null))
                        .at("/tasks/0")
                        .toString())
                .contains("2014-09-12T16:34:58Z")
                .doesNotContain("message");
        assertThat(TasksPageJson.read(bytes("{\"tasks\": [], \"first\": null}")))
                .isEqualTo(new TasksPage(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"tasks\": {}}",
                "{\"tasks\": [1]}",
                "{\"tasks\": [{}]}",
                "{\"tasks\": [], \"next\": 1}",
                "{\"tasks\": [], \"tasks\": []}",
                "{\"tasks\": [], \"next\": null, \"next\": null}"
            })
    void whatIsNoPageOfTasksIsRefused(String bad) {
        assertThatThrownBy(() -> TasksPageJson.read(bytes(bad))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void aNewTaskIsItsKindAndItsInput() throws IOException {
        byte[] body = TasksPageJson.writeNew(new ExportTaskInput(ImageId.of("i"), "exports"));
        assertThat(MAPPER.readTree(body))
                .isEqualTo(MAPPER.valueToTree(Map.of(
                        "type", "export", "input", Map.of("image_uuid", "i", "receiving_swift_container", "exports"))));
    }

    @Test
    void theApiReferenceSampleOfACacheDecodesAndBack() throws IOException {
        ImageCacheState state = CacheJson.read(bytes(CACHE));
        Instant time = Instant.ofEpochSecond(1_651_504_844, 86_052_400);
        assertThat(state.cached())
                .containsExactly(
                        new CachedImage(ImageId.of("fe05d6c9-ef02-4161-9056-81ed046f3024"), 987_654, 0, time, time));
        assertThat(state.queued())
                .extracting(ImageId::value)
                .containsExactly("e34e6e2f-fe16-420d-ad36-cebf69506106", "6b9fbf2b-3031-429a-80b1-b509e4c44046");
        assertThat(CacheJson.read(CacheJson.write(state))).isEqualTo(state);
        assertThat(MAPPER.readTree(CacheJson.write(state))
                        .at("/cached_images/0/last_accessed")
                        .asDouble())
                .isEqualTo(1651504844.0860524);
    }

    @Test
    void aCachedImageMayLackItsTimesAndHaveMore() {
        ImageCacheState state = CacheJson.read(bytes(
                "{\"cached_images\": [{\"image_id\": \"i\", \"size\": 1, \"last_accessed\": null, \"checksum\": \"c\"}],"
                        + " \"queued_images\": [], \"node\": \"n\"}"));
        assertThat(state.cached()).containsExactly(new CachedImage(ImageId.of("i"), 1, 0, null, null));
        assertThat(CacheJson.read(bytes(
                                "{\"cached_images\": [{\"image_id\": \"i\", \"size\": 1, \"last_modified\": 0, \"hits\": 3}],"
                                        + " \"queued_images\": []}"))
                        .cached())
                .containsExactly(new CachedImage(ImageId.of("i"), 1, 3, null, Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cached_images\": []}",
                "{\"queued_images\": []}",
                "{\"cached_images\": {}, \"queued_images\": []}",
                "{\"cached_images\": [], \"queued_images\": [null]}",
                "{\"cached_images\": [], \"queued_images\": [], \"queued_images\": []}",
                "{\"cached_images\": [{\"size\": 1}], \"queued_images\": []}",
                "{\"cached_images\": [{\"image_id\": \"i\"}], \"queued_images\": []}",
                "{\"cached_images\": [{\"image_id\": \"i\", \"size\": 1, \"size\": 1}], \"queued_images\": []}",
                "{\"cached_images\": [{\"image_id\": \"i\", \"size\": 1, \"last_accessed\": \"now\"}], \"queued_images\": []}",
                "{\"cached_images\": [{\"image_id\": \"i\", \"size\": 1, \"last_accessed\": 1e999999999}], \"queued_images\": []}",
                "{\"cached_images\": [{\"image_id\": \"i\", \"size\": 1, \"last_accessed\": -1e99}], \"queued_images\": []}"
            })
    void whatIsNoStateOfACacheIsRefused(String bad) {
        assertThatThrownBy(() -> CacheJson.read(bytes(bad))).isInstanceOf(WireFormatException.class);
    }
}
