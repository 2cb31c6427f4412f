package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.TaskNotFoundException;
import org.glance4j.lifecycle.TaskLifecycle;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ExportTaskInput;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskSortKey;
import org.glance4j.model.TaskStatus;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tasks. They cannot be deleted: a run leaves some behind on a service that goes on. */
abstract class TaskContract extends ResourceContract {
    private static final int LOOKS = 600;

    /** Of whole sectors: the service tells the size of a disk in them. */
    private static final byte[] DATA = new byte[137 * 512];

    static {
        new Random(112).nextBytes(DATA);
    }

    /** Nothing answers at the address, so the task fails by itself; the address is one that the service lets through. */
    private static final ImportTaskInput NOWHERE = ImportTaskInput.fromUrl(
            "http://127.0.0.1/nothing", DiskFormat.RAW, Map.of("disk_format", "raw", "container_format", "bare"));

    private Task failing() {
        return admin().tasks().create(NOWHERE);
    }

    /** Looks until the task has ended, which it does by itself. */
    private Task ended(TaskId id) {
        for (int i = 0; i < LOOKS; i++) {
            Task task = admin().tasks().get(id);
            if (task.expiresAt() != null) {
                return task;
            }
            target().awaitProgress();
        }
        throw new AssertionError("task " + id + " did not end");
    }

    @Test
    @Statement("S-112")
    final void taskIsPendingThenProcessedThenEndedAndKeptForTwoDays() {
        Task pending = failing();
        assertThat(pending.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(pending.owner()).isEqualTo(project(Party.ADMIN));
        assertThat(pending.input()).isEqualTo(NOWHERE.fields());
        assertThat(pending.result()).isNull();
        assertThat(pending.message()).isNull();
        assertThat(pending.expiresAt()).isNull();
        assertThat(pending.updatedAt()).isEqualTo(pending.createdAt());
        Task ended = ended(pending.id());
        assertThat(ended.status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(ended.message()).isEqualTo("Task failed due to Internal Error");
        assertThat(ended.result()).isNull();
        assertThat(Duration.between(ended.updatedAt(), ended.expiresAt()))
                .isBetween(
                        Duration.ofDays(2).minusSeconds(2), Duration.ofDays(2).plusSeconds(2));
        Task later = admin().tasks().get(pending.id());
        assertThat(later).isEqualTo(ended);
    }

    @Test
    @Statement("S-112")
    final void importFromTheWebSucceedsStepByStepAndMakesAnImageOfNobodys() throws IOException {
        String name = uniqueName();
        Task last;
        try (SmallWeb web = new SmallWeb(DATA)) {
            last = importStepByStep(ImportTaskInput.fromUrl(web.image().toString(), DiskFormat.RAW, described(name)));
        }
        ImageId id = ImportTaskInput.importedImage(last).orElseThrow();
        remember(id);
        assertThat(last.result()).isEqualTo(Map.of("image_id", id.value()));
        assertThat(last.message()).isNull();
        assertThat(Duration.between(last.updatedAt(), last.expiresAt()))
                .isBetween(
                        Duration.ofDays(2).minusSeconds(2), Duration.ofDays(2).plusSeconds(2));
        Image image = admin().images().get(id);
        Image like = owner().images().get(withData(DATA));
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.name()).isEqualTo(name);
        assertThat(image.owner()).isNull();
        assertThat(image.visibility()).isEqualTo(Visibility.SHARED);
        assertThat(image.diskFormat()).isEqualTo(DiskFormat.RAW);
        assertThat(image.containerFormat()).isEqualTo(ContainerFormat.BARE);
        assertThat(image.minDiskGb()).isEqualTo(3);
        assertThat(image.tags()).containsExactly("t");
        assertThat(image.properties()).isEqualTo(Map.of("x", "y", "n", "7", "none", ""));
        assertThat(image.sizeBytes()).isEqualTo(DATA.length);
        assertThat(image.virtualSizeBytes()).isEqualTo(DATA.length);
        assertThat(image.checksum()).isEqualTo(like.checksum());
        assertThat(image.hash()).isNotNull().isEqualTo(like.hash());
        assertThat(image.otherFields()).isEqualTo(like.otherFields());
        try (ImageDownload download = admin().data().download(id)) {
            assertThat(download.stream().readAllBytes()).isEqualTo(DATA);
        }
        assertThat(admin().tasks().get(last.id())).isEqualTo(last);
    }

    private static Map<String, @Nullable Object> described(String name) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("disk_format", "raw");
        fields.put("container_format", "bare");
        fields.put("min_disk", 3);
        fields.put("tags", List.of("t"));
        fields.put("x", "y");
        fields.put("n", 7);
        fields.put("none", null);
        return fields;
    }

    /** Returns the task at its end; on its way there it takes no status twice. */
    private Task importStepByStep(ImportTaskInput input) {
        List<TaskStatus> order = List.of(TaskStatus.PENDING, TaskStatus.PROCESSING, TaskStatus.SUCCESS);
        List<TaskStatus> seen = new ArrayList<>();
        Task task = admin().tasks().create(input);
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
        for (int i = 0; i < LOOKS && !TaskLifecycle.isFinal(task.status()); i++) {
            seen.add(task.status());
            target().awaitProgress();
            task = admin().tasks().get(task.id());
        }
        seen.add(task.status());
        assertThat(seen.stream().distinct()).isSubsetOf(order).endsWith(TaskStatus.SUCCESS);
        assertThat(seen).isSortedAccordingTo((a, b) -> order.indexOf(a) - order.indexOf(b));
        return task;
    }

    @Test
    final void importThatFindsNothingOrMakesNoImageFailsAndLeavesNone() {
        String name = uniqueName();
        try (SmallWeb web = new SmallWeb(DATA)) {
            Map<String, @Nullable Object> formless = described(name);
            formless.remove("container_format");
            for (ImportTaskInput input : List.of(
                    ImportTaskInput.fromUrl(web.nothing().toString(), DiskFormat.RAW, described(name)),
                    ImportTaskInput.fromUrl(web.image().toString(), DiskFormat.RAW, formless),
                    with("id", unknownImage().value(), web, name),
                    with("status", "active", web, name),
                    with("locations", List.of(), web, name),
                    with("visibility", "odd", web, name),
                    with("min_ram", -1, web, name),
                    with("x", List.of("y"), web, name))) {
                Task ended = ended(admin().tasks().create(input).id());
                assertThat(ended.status()).as(input.toString()).isEqualTo(TaskStatus.FAILURE);
                assertThat(ended.message()).isEqualTo("Task failed due to Internal Error");
                assertThat(ended.result()).isNull();
            }
        }
        assertThat(listed(admin(), ImageQuery.builder().name(name))).isEmpty();
    }

    private static ImportTaskInput with(String field, Object value, SmallWeb web, String name) {
        Map<String, @Nullable Object> fields = described(name);
        fields.put(field, value);
        return ImportTaskInput.fromUrl(web.image().toString(), DiskFormat.RAW, fields);
    }

    @Test
    final void sourceThatTheSiteDoesNotLetThroughIsBadRequest() {
        for (String from : List.of("http://192.0.2.1/x", "http://")) {
            InvalidRequestException refused = refused(
                    InvalidRequestException.class,
                    400,
                    () -> admin().tasks().create(new ImportTaskInput(from, "raw", Map.of())));
            assertThat(refused.failure().serviceText())
                    .contains("URI for legacy import task does not pass filtering: " + from);
        }
    }

    @Test
    final void tasksAreOpenToAdminsOnlyBeforeAnythingElseIsLookedAt() {
        TaskId unknown = TaskId.of(UUID.randomUUID());
        refused(ForbiddenException.class, 403, () -> owner().tasks().list(TaskQuery.defaults()));
        refused(ForbiddenException.class, 403, () -> owner().tasks().get(unknown));
        refused(ForbiddenException.class, 403, () -> owner().tasks().create(NOWHERE));
        refused(ForbiddenException.class, 403, () -> reader().tasks().list(TaskQuery.defaults()));
        answers(403, Party.OWNER, WireRequest.of("POST", "/v2/tasks"));
        answers(403, Party.OWNER, post("/v2/tasks", "{"));
        answers(403, Party.OWNER, get("/v2/tasks?limit=x"));
        answers(403, Party.OWNER, WireRequest.of("DELETE", "/v2/tasks/" + unknown));
        answers(401, null, get("/v2/tasks"));
    }

    @Test
    final void unknownTaskIsNotFoundAndNoneCanBeDeleted() {
        refused(TaskNotFoundException.class, 404, () -> admin().tasks().get(TaskId.of(UUID.randomUUID())));
        refused(TaskNotFoundException.class, 404, () -> admin().tasks().get(TaskId.of("no-uuid")));
        WireAnswer deleted = send(Party.ADMIN, WireRequest.of("DELETE", "/v2/tasks/x"));
        assertThat(deleted.status()).isEqualTo(405);
        assertThat(deleted.header("allow")).contains("GET");
        WireAnswer put = send(Party.ADMIN, WireRequest.of("PUT", "/v2/tasks"));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.header("allow")).contains("GET, POST");
    }

    @Test
    final void bodyOfANewTaskNamesAKindOfWorkAndItsInput() {
        for (String bad : List.of(
                "[]",
                "{}",
                "{\"type\": \"import\"}",
                "{\"input\": {}}",
                "{\"type\": \"nonsense\", \"input\": {}}",
                "{\"type\": 1, \"input\": {}}",
                "{\"type\": \"import\", \"input\": []}",
                "{\"type\": \"import\", \"input\": null}",
                "{\"type\": \"import\", \"input\": {}}",
                "{\"type\": \"import\", \"input\": {}, \"x\": 1}",
                "{\"type\": \"import\", \"input\": {}, \"owner\": 3}",
                "{\"type\"")) {
            answers(400, Party.ADMIN, post("/v2/tasks", bad));
        }
        answers(400, Party.ADMIN, WireRequest.of("POST", "/v2/tasks"));
    }

    @Test
    final void importComesFromTheWebOnly() {
        for (String from : List.of("ftp://h/x", "file:///etc/passwd", "container/object.vhd", "swift://h/x")) {
            refused(
                    InvalidRequestException.class,
                    400,
                    () -> admin().tasks().create(new ImportTaskInput(from, "raw", Map.of())));
        }
        refused(
                InvalidRequestException.class,
                400,
                () -> admin().tasks().create(new ExportTaskInput(unknownImage(), "exports")));
    }

    @Test
    final void newTaskIsShownWithALinkToIt() {
        WireAnswer answer = send(
                Party.ADMIN,
                post("/v2/tasks", "{\"type\": \"import\", \"input\": {\"import_from\": \"http://127.0.0.1/x\"}}"));
        assertThat(answer.status()).isEqualTo(201);
        JsonNode task = answer.json();
        String id = task.path("id").asText();
        assertThat(answer.header("location").orElse("")).endsWith("/v2/tasks/" + id);
        assertThat(task.path("self").asText()).isEqualTo("/v2/tasks/" + id);
        assertThat(task.path("schema").asText()).isEqualTo("/v2/schemas/task");
        assertThat(task.path("message").asText("?")).isEmpty();
        assertThat(task.path("result").isNull()).isTrue();
        // What such a task lacks is found when it is worked on.
        Task ended = ended(TaskId.of(id));
        assertThat(ended.status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(ended.message()).isEqualTo("Input does not contain 'import_from_format' field");
    }

    @Test
    final void listGoesFromPageToPageNewestFirst() {
        List<TaskId> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(0, failing().id());
        }
        TaskQuery query =
                TaskQuery.builder().limit(2).owner(project(Party.ADMIN)).build();
        assertThat(admin().tasks().list(query).items()).hasSize(2);
        List<TaskId> found = new ArrayList<>();
        for (Task task : Listing.ofTasks(() -> admin().tasks(), query)) {
            assertThat(task.owner()).isEqualTo(project(Party.ADMIN));
            assertThat(task.input()).isNull();
            assertThat(task.message()).isNull();
            found.add(task.id());
            if (found.size() == 200) {
                break;
            }
        }
        assertThat(found).doesNotHaveDuplicates().containsSubsequence(made);
    }

    @Test
    final void listIsFilteredAndSorted() {
        Task ended = ended(failing().id());
        TaskQuery.Builder mine = TaskQuery.builder().owner(project(Party.ADMIN)).limit(1000);
        assertThat(admin().tasks().list(mine.status(TaskStatus.FAILURE).build()).items())
                .allMatch(task -> task.status() == TaskStatus.FAILURE)
                .extracting(Task::id)
                .contains(ended.id());
        assertThat(admin().tasks().list(mine.status(TaskStatus.SUCCESS).build()).items())
                .extracting(Task::id)
                .doesNotContain(ended.id());
        assertThat(admin().tasks()
                        .list(TaskQuery.builder().type("import").build())
                        .items())
                .isNotEmpty()
                .allMatch(task -> task.typeWord().equals("import"));
        assertThat(admin().tasks()
                        .list(TaskQuery.builder().owner(someProject()).build())
                        .items())
                .isEmpty();
        List<Task> oldestFirst = admin().tasks()
                .list(TaskQuery.builder()
                        .sort(TaskSortKey.CREATED_AT, SortDirection.ASCENDING)
                        .build())
                .items();
        assertThat(oldestFirst).isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
        List<Task> byId = admin().tasks()
                .list(TaskQuery.builder()
                        .sort(TaskSortKey.ID, SortDirection.ASCENDING)
                        .build())
                .items();
        assertThat(byId).isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
        refused(
                InvalidRequestException.class,
                400,
                () -> admin().tasks()
                        .list(TaskQuery.builder().type("api_image_import").build()));
        refused(
                InvalidRequestException.class,
                400,
                () -> admin().tasks()
                        .list(TaskQuery.builder()
                                .marker(TaskId.of(UUID.randomUUID()))
                                .build()));
    }

    @Test
    final void parametersOfAListAreLookedAt() {
        for (String bad : List.of(
                "limit=x", "limit=-1", "marker=x", "sort_key=nonsense", "sort_dir=up", "status=x", "type=nonsense")) {
            answers(400, Party.ADMIN, get("/v2/tasks?" + bad));
        }
        for (String none : List.of("limit=0", "status=", "owner=" + someProject())) {
            JsonNode page = send(Party.ADMIN, get("/v2/tasks?" + none)).json();
            assertThat(page.path("tasks")).as(none).isEmpty();
            assertThat(page.path("first").asText()).isEqualTo("/v2/tasks?" + none);
            assertThat(page.path("schema").asText()).isEqualTo("/v2/schemas/tasks");
            assertThat(page.has("next")).isFalse();
        }
        answers(200, Party.ADMIN, get("/v2/tasks?nonsense=1"));
    }
}
