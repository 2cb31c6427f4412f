package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskSortKey;
import org.glance4j.model.TaskStatus;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks and the cache of data, on a clock that is moved by hand. */
class TasksTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ImportTaskInput IMPORT =
            ImportTaskInput.fromUrl("http://images.invalid/x", DiskFormat.RAW, Map.of("name", "x"));

    private final MovableClock clock = new MovableClock(START);
    private final InMemoryImageService service = InMemoryImageService.builder()
            .clock(clock)
            .openTasks(true)
            .imageCache(true)
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
