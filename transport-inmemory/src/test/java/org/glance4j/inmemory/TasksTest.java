package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glance4j.auth.Caller;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.TaskNotFoundException;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.CachePart;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ExportTaskInput;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskSortKey;
import org.glance4j.model.TaskStatus;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks and the cache of data, on a clock that is moved by hand. */
class TasksTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ImportTaskInput IMPORT =
            ImportTaskInput.fromUrl("http://images.invalid/x", DiskFormat.RAW, Map.of("name", "x"));

    private static final URI PAGE = URI.create("http://images.invalid/page");
    private static final byte[] DATA = {1, 2, 3, 4};

    private final MovableClock clock = new MovableClock(START);
    private final InMemoryImageService service = InMemoryImageService.builder()
            .clock(clock)
            .openTasks(true)
            .imageCache(true)
            .webSource(WebSource.of(Map.of(PAGE, DATA)))
            .build();
    private final ImageTransport admin = service.as(Caller.admin(ProjectId.of("admins")));
    private final ImageTransport one = service.as(Caller.of(ProjectId.of("one")));
    private final ImageTransport other = service.as(Caller.of(ProjectId.of("other")));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aTaskIsPendingThenProcessingThenFailedThenGone() {
        Task task = one.tasks().create(IMPORT);
        assertThat(one.tasks().get(task.id())).isEqualTo(task);
        clock.move(Duration.ofMillis(1));
        assertThat(one.tasks().get(task.id()).status()).isEqualTo(TaskStatus.PROCESSING);
        clock.move(Duration.ofMillis(1));
        Task ended = one.tasks().get(task.id());
        assertThat(ended.status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(ended.expiresAt()).isEqualTo(START.plus(Duration.ofDays(2)));
        clock.move(Duration.ofDays(2).minusMillis(3));
        assertThat(one.tasks().get(task.id())).isEqualTo(ended);
        clock.move(Duration.ofMillis(3));
        assertThatThrownBy(() -> one.tasks().get(task.id())).isInstanceOf(TaskNotFoundException.class);
        assertThat(one.tasks().list(TaskQuery.defaults()).items()).isEmpty();
    }

    private static ImportTaskInput importing(String field, Object value) {
        Map<String, Object> fields =
                new LinkedHashMap<>(Map.of("name", "imported", "disk_format", "raw", "container_format", "bare"));
        fields.put(field, value);
        return ImportTaskInput.fromUrl(PAGE.toString(), DiskFormat.RAW, fields);
    }

    private List<Image> imported() {
        return admin.images()
                .list(ImageQuery.builder().name("imported").build())
                .items();
    }

    @Test
    void anImportMakesAnImageThatIsQueuedWhileItsDataIsFetchedThenActive() throws IOException {
        Task pending = admin.tasks().create(importing("x", "y"));
        assertThat(pending.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(imported()).isEmpty();
        clock.move(Duration.ofMillis(1));
        assertThat(admin.tasks().get(pending.id()).status()).isEqualTo(TaskStatus.PROCESSING);
        assertThat(imported()).singleElement().satisfies(image -> {
            assertThat(image.status()).isEqualTo(ImageStatus.QUEUED);
            assertThat(image.owner()).isNull();
        });
        clock.move(Duration.ofMillis(1));
        Task ended = admin.tasks().get(pending.id());
        assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
        assertThat(ended.message()).isNull();
        assertThat(ended.expiresAt()).isEqualTo(START.plus(Duration.ofDays(2)));
        Image image = admin.images().get(ImportTaskInput.importedImage(ended).orElseThrow());
        assertThat(imported()).containsExactly(image);
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.properties()).isEqualTo(Map.of("x", "y"));
        assertThat(image.sizeBytes()).isEqualTo(DATA.length);
        try (ImageDownload download = admin.data().download(image.id())) {
            assertThat(download.stream().readAllBytes()).isEqualTo(DATA);
        }
    }

    @Test
    void anImageThatIsDeletedOrFilledMeanwhileFailsItsImport() {
        Task deleted = admin.tasks().create(importing("x", "y"));
        clock.move(Duration.ofMillis(1));
        admin.images().delete(imported().get(0).id());
        Task filled = admin.tasks().create(importing("x", "z"));
        clock.move(Duration.ofMillis(1));
        admin.data().upload(imported().get(0).id(), ImageData.of(new byte[] {9}));
        clock.move(Duration.ofMillis(1));
        assertThat(admin.tasks().get(deleted.id()).status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(admin.tasks().get(filled.id()).status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(imported()).isEmpty();
    }

    @Test
    void anImportThatFailsLeavesAProtectedImageQueued() {
        Task task = admin.tasks()
                .create(ImportTaskInput.fromUrl(
                        "http://images.invalid/nothing",
                        DiskFormat.RAW,
                        Map.of("name", "imported", "protected", true)));
        clock.move(Duration.ofMillis(2));
        assertThat(admin.tasks().get(task.id()).message()).isEqualTo("Task failed due to Internal Error");
        assertThat(imported())
                .singleElement()
                .satisfies(image -> assertThat(image.status()).isEqualTo(ImageStatus.QUEUED));
    }

    @Test
    void theImageIsWhatTheServiceMakesOfValuesThatItDoesNotCheck() {
        for (Object name : List.of("imported", 5, true)) {
            admin.tasks().create(importing("x", name));
        }
        admin.tasks().create(importing("disk_format", "odd"));
        admin.tasks().create(importing("visibility", "public"));
        admin.tasks().create(importing("os_hidden", true));
        admin.tasks().create(importing("owner", "other"));
        clock.move(Duration.ofMillis(2));
        assertThat(imported())
                .extracting(image -> image.properties().get("x"))
                .contains("imported", "5", "1")
                .hasSize(6);
        assertThat(imported()).extracting(Image::diskFormat).containsOnly(DiskFormat.RAW);
        assertThat(imported()).extracting(Image::visibility).contains(Visibility.PUBLIC);
        assertThat(imported()).extracting(Image::owner).contains(ProjectId.of("other"));
    }

    @Test
    void anImportBeyondAQuotaOrWithValuesOfNoUseFails() {
        List<String> many = IntStream.range(0, 129).mapToObj(Integer::toString).toList();
        for (ImportTaskInput input : List.of(
                importing("tags", many),
                importing("tags", 5),
                importing("os_hidden", "yes"),
                importing("min_disk", "3"),
                importing("x", Map.of()))) {
            Task task = admin.tasks().create(input);
            clock.move(Duration.ofMillis(2));
            assertThat(admin.tasks().get(task.id()).status())
                    .as(input.toString())
                    .isEqualTo(TaskStatus.FAILURE);
        }
        assertThat(imported()).isEmpty();
    }

    @Test
    void whereTasksAreOpenAProjectSeesItsOwnAndAnAdminAll() {
        Task ofOne = one.tasks().create(IMPORT);
        Task ofOther = other.tasks().create(IMPORT);
        assertThat(ids(one, TaskQuery.defaults())).containsExactly(ofOne.id());
        assertThat(ids(admin, TaskQuery.defaults())).containsExactly(ofOther.id(), ofOne.id());
        assertThatThrownBy(() -> other.tasks().get(ofOne.id()))
                .isInstanceOfSatisfying(
                        TaskNotFoundException.class, e -> assertThat(rules(e)).containsExactly(Rule.TASK_NOT_VISIBLE));
        assertThat(admin.tasks().get(ofOne.id()).owner()).isEqualTo(ProjectId.of("one"));
    }

    private static List<TaskId> ids(ImageTransport caller, TaskQuery query) {
        return caller.tasks().list(query).items().stream().map(Task::id).toList();
    }

    private static List<Rule> rules(ImageServiceException refused) {
        return refused.failure().explanations().stream().map(Explanation::rule).toList();
    }

    @Test
    void everyOrderGoesOnBehindItsMarker() {
        for (int i = 0; i < 5; i++) {
            clock.move(Duration.ofSeconds(1));
            (i % 2 == 0 ? one : other).tasks().create(IMPORT);
        }
        for (TaskSortKey key : TaskSortKey.values()) {
            for (SortDirection direction : SortDirection.values()) {
                TaskQuery all = TaskQuery.builder().sort(key, direction).build();
                List<TaskId> whole = ids(admin, all);
                assertThat(whole).hasSize(5);
                for (int i = 0; i < 5; i++) {
                    assertThat(ids(admin, all.after(whole.get(i)))).isEqualTo(whole.subList(i + 1, 5));
                }
            }
        }
        List<TaskId> byOwner = ids(
                admin,
                TaskQuery.builder()
                        .sort(TaskSortKey.OWNER, SortDirection.ASCENDING)
                        .build());
        assertThat(byOwner.stream().map(id -> admin.tasks().get(id).owner()).toList())
                .containsSubsequence(ProjectId.of("one"), ProjectId.of("other"))
                .startsWith(ProjectId.of("one"), ProjectId.of("one"), ProjectId.of("one"));
    }

    @Test
    void anExportIsNotWorkOfThisService() {
        assertThatThrownBy(() -> one.tasks()
                        .create(new ExportTaskInput(ImageId.of("00000000-0000-0000-0000-000000000001"), "exports")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'export' is not one of");
    }

    @Test
    void aQueuedImageIsCachedOnceTimePassesAndNotIfItIsFrozenMeanwhile() {
        Image image = active();
        admin.imageCache().queue(image.id());
        assertThat(admin.imageCache().list().queued()).containsExactly(image.id());
        one.images().deactivate(image.id());
        clock.move(Duration.ofSeconds(1));
        assertThat(admin.imageCache().list().queued()).containsExactly(image.id());
        admin.imageCache().clear(CachePart.QUEUED);
        one.images().reactivate(image.id());
        admin.imageCache().queue(image.id());
        clock.move(Duration.ofSeconds(1));
        assertThat(admin.imageCache().list().queued()).isEmpty();
        assertThat(admin.imageCache().list().cached())
                .singleElement()
                .satisfies(cached -> assertThat(cached.sizeBytes()).isEqualTo(3));
        admin.imageCache().clear(CachePart.QUEUED);
        assertThat(admin.imageCache().list().cached()).hasSize(1);
        admin.imageCache().clear(CachePart.CACHED);
        assertThat(admin.imageCache().list().cached()).isEmpty();
        admin.imageCache().queue(image.id());
        admin.imageCache().clear();
        assertThat(admin.imageCache().list().queued()).isEmpty();
    }

    private Image active() {
        Image image = one.images()
                .create(NewImage.named("x")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build());
        one.data().upload(image.id(), ImageData.of(new byte[] {1, 2, 3}));
        return image;
    }

    @Test
    void theVersionsOfTheCacheAreThoseOfASiteThatHasOne() {
        assertThat(admin.service().versions().versions().stream()
                        .map(ApiVersion::id)
                        .toList())
                .startsWith("v2.16", "v2.15", "v2.14", "v2.9");
        try (InMemoryImageService plain = InMemoryImageService.create()) {
            ImageTransport there = plain.as(Caller.admin(ProjectId.of("admins")));
            assertThat(there.service().versions().highestMinor()).hasValue(15);
            assertThat(there.service().versions().lists(14)).isFalse();
            assertThatThrownBy(() -> there.imageCache().list())
                    .isInstanceOfSatisfying(
                            NotFoundException.class, e -> assertThat(rules(e)).containsExactly(Rule.SITE_WITHOUT_CACHE))
                    .hasMessageContaining("Caching via API is not supported at this site.");
        }
    }
}
