package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.error.ImageGoneException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskStatus;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** What an import leaves behind at each step, on a clock that stands until it is moved. */
class InMemoryImportsTest {
    private static final Caller OWNER = Caller.of(ProjectId.of("p"));
    private static final Caller ADMIN = Caller.admin(ProjectId.of("a"));
    private static final StoreId FAST = StoreId.of("fast");
    private static final StoreId SLOW = StoreId.of("slow");
    private static final StoreId FROZEN = StoreId.of("frozen");
    private static final URI PAGE = URI.create("http://images.example/x");
    private static final URI NOWHERE = URI.create("http://images.example/y");
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final Duration EACH = Duration.ofSeconds(60);
    private static final byte[] DATA = new byte[3 << 20];

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));

    private InMemoryImageService.Builder builder() {
        return InMemoryImageService.builder()
                .clock(clock)
                .importDelay(DELAY)
                .importDuration(EACH)
                .webSource(WebSource.of(Map.of(PAGE, DATA)));
    }

    private InMemoryImageService service() {
        return builder()
                .stores(
                        Store.of(SLOW),
                        Store.of(FAST).withDefault(true),
                        Store.of(FROZEN).withReadOnly(true))
                .build();
    }

    private static ImageId image(ImageTransport owner) {
        return owner.images()
                .create(NewImage.named("n")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
    }

    private static ImageId staged(ImageTransport owner) {
        ImageId id = image(owner);
        owner.imports().stage(id, ImageData.of(DATA));
        return id;
    }

    private static void assertImage(Image image, ImageStatus status, String importing, String failed, Object stores) {
        assertThat(image.status()).isEqualTo(status);
        assertThat(image.properties().get("os_glance_importing_to_stores")).isEqualTo(importing);
        assertThat(image.properties().get("os_glance_failed_import")).isEqualTo(failed);
        assertThat(image.otherFields().getOrDefault("stores", "")).isEqualTo(stores);
    }

    private static Task task(ImageTransport transport, ImageId id) {
        List<Task> tasks = transport.imports().tasks(id);
        return tasks.get(tasks.size() - 1);
    }

    @Test
    void importPassesThroughEachStatusWhenItsTimeComes() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = staged(owner);
            owner.imports().importImage(id, ImageImport.glanceDirect().toStores(FAST, SLOW));
            assertThat(task(owner, id).status()).isEqualTo(TaskStatus.PENDING);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.UPLOADING);
            assertThat(owner.images().get(id).properties())
                    .containsOnly(Map.entry(
                            "os_glance_import_task", task(owner, id).id().value()));
            clock.move(DELAY);
            assertThat(task(owner, id).status()).isEqualTo(TaskStatus.PROCESSING);
            assertImage(owner.images().get(id), ImageStatus.IMPORTING, "fast,slow", "", "");
            clock.move(EACH);
            assertImage(owner.images().get(id), ImageStatus.IMPORTING, "slow", "", "fast");
            assertThat(owner.images().get(id).checksum()).isNotNull();
            clock.move(EACH);
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "", "", "fast,slow");
            assertThat(owner.images().get(id).properties()).doesNotContainKey("os_glance_import_task");
            Task ended = task(owner, id);
            assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
            assertThat(ended.message()).isEqualTo("Copied 3 MiB");
            assertThat(ended.updatedAt()).isBetween("2026-01-01T00:02:10Z", "2026-01-01T00:02:10.001Z");
        }
    }

    @Test
    void whoLooksLateSeesTimesAsIfItHadLookedInTime() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = staged(owner);
            owner.imports().importImage(id, ImageImport.glanceDirect());
            clock.move(Duration.ofHours(5));
            assertThat(owner.images().get(id).updatedAt()).isEqualTo("2026-01-01T00:01:10Z");
            assertThat(task(owner, id).expiresAt()).isBetween("2026-01-03T00:01:10Z", "2026-01-03T00:01:10.001Z");
        }
    }

    @Test
    void imageIsActiveWithItsFirstStoreWhereOthersMayFail() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = staged(owner);
            owner.imports()
                    .importImage(
                            id,
                            ImageImport.glanceDirect()
                                    .toStores(FAST, FROZEN, SLOW)
                                    .allowingFailures());
            clock.move(DELAY.plus(EACH));
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "frozen,slow", "", "fast");
            clock.move(EACH.multipliedBy(2));
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "", "frozen", "fast,slow");
            assertThat(task(owner, id).status()).isEqualTo(TaskStatus.SUCCESS);
        }
    }

    @Test
    void stagedImageThatAStoreFailsStaysImportingAsGlanceLeavesIt() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = staged(owner);
            owner.imports().importImage(id, ImageImport.glanceDirect().toStores(FAST, FROZEN, SLOW));
            clock.move(DELAY.plus(EACH.multipliedBy(3)));
            Image left = owner.images().get(id);
            assertImage(left, ImageStatus.IMPORTING, "slow", "frozen", "");
            assertThat(left.sizeBytes()).isNull();
            assertThat(left.virtualSizeBytes()).isEqualTo(DATA.length);
            assertThat(left.hash()).isNull();
            assertThat(task(owner, id).status()).isEqualTo(TaskStatus.FAILURE);
            assertThat(task(owner, id).message()).isEqualTo("Task failed due to Internal Error");
            owner.images().delete(id);
        }
    }

    @Test
    void stagedImageThatNoStoreTakesIsQueuedWhereAllMayFail() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = staged(owner);
            owner.imports()
                    .importImage(id, ImageImport.glanceDirect().toStores(FROZEN).allowingFailures());
            clock.move(DELAY.plus(EACH));
            assertImage(owner.images().get(id), ImageStatus.QUEUED, "", "frozen", "");
            assertThat(owner.images().get(id).sizeBytes()).isNull();
            assertThat(task(owner, id).status()).isEqualTo(TaskStatus.FAILURE);
            owner.imports().stage(id, ImageData.of(DATA));
        }
    }

    @Test
    void downloadThatAStoreFailsIsQueuedAndNamesEveryStore() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            owner.imports().importImage(id, ImageImport.webDownload(PAGE).toStores(FAST, FROZEN, SLOW));
            clock.move(DELAY.plus(EACH.multipliedBy(3)));
            assertImage(owner.images().get(id), ImageStatus.QUEUED, "", "fast,frozen,slow", "");
            assertThat(owner.images().get(id).virtualSizeBytes()).isNull();
        }
    }

    @Test
    void downloadOfNothingFailsAndTheImageCanBeImportedAgain() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            owner.imports()
                    .importImage(
                            id, ImageImport.webDownload(NOWHERE).toAllStores().allowingFailures());
            clock.move(DELAY.plus(EACH));
            assertImage(owner.images().get(id), ImageStatus.QUEUED, "", "fast,frozen,slow", "");
            owner.imports().importImage(id, ImageImport.webDownload(PAGE));
            clock.move(DELAY.plus(EACH));
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "", "frozen,slow", "fast");
            assertThat(owner.imports().tasks(id))
                    .extracting(Task::status)
                    .containsExactly(TaskStatus.FAILURE, TaskStatus.SUCCESS);
        }
    }

    @Test
    void copyThatFailsLeavesTheImageAsItWas() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageTransport admin = service.as(ADMIN);
            ImageId id = image(owner);
            owner.data().upload(id, ImageData.of(DATA));
            admin.imports().importImage(id, ImageImport.copyImage().toStores(SLOW, FROZEN));
            clock.move(DELAY.plus(EACH));
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "frozen", "", "fast,slow");
            clock.move(EACH);
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "", "frozen", "fast");
            assertThat(task(admin, id).status()).isEqualTo(TaskStatus.FAILURE);
            assertThat(owner.imports().tasks(id)).isEmpty();
            assertThat(owner.images().get(id).checksum()).isNotNull();
        }
    }

    @Test
    void deletedImageLeavesItsTaskBehindAndGivesItsDataBack() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = staged(owner);
            owner.imports().importImage(id, ImageImport.glanceDirect());
            clock.move(DELAY);
            owner.images().delete(id);
            clock.move(EACH);
            assertThatThrownBy(() -> owner.images().get(id)).isInstanceOf(ImageNotFoundException.class);
        }
    }

    private static byte[] downloaded(ImageTransport owner, ImageId id) throws IOException {
        try (ImageDownload download = owner.data().download(id)) {
            return download.stream().readAllBytes();
        }
    }

    @Test
    void importThatBeginsAfterAnUploadLeavesWhatWasUploaded() throws IOException {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            for (URI page : List.of(PAGE, NOWHERE)) {
                ImageId id = image(owner);
                owner.imports().importImage(id, ImageImport.webDownload(page));
                owner.data().upload(id, ImageData.of(new byte[] {1, 2, 3}));
                Image uploaded = owner.images().get(id);
                clock.move(DELAY.plus(EACH));
                assertThat(owner.images().get(id)).isEqualTo(uploaded);
                assertThat(downloaded(owner, id)).containsExactly(1, 2, 3);
                assertThat(task(owner, id).status()).isEqualTo(TaskStatus.PROCESSING);
            }
        }
    }

    @Test
    void importThatBeginsDuringAnUploadLeavesWhatIsUploaded() throws IOException {
        try (InMemoryImageService service = builder().build()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            owner.imports().importImage(id, ImageImport.webDownload(PAGE));
            owner.data()
                    .upload(
                            id,
                            ImageData.of(
                                    lateStream(() -> {
                                        clock.move(DELAY.plus(EACH));
                                        assertThat(owner.images().get(id).status())
                                                .isEqualTo(ImageStatus.SAVING);
                                    }),
                                    3));
            clock.move(EACH);
            assertThat(owner.images().get(id).sizeBytes()).isEqualTo(3);
            assertThat(downloaded(owner, id)).containsExactly(1, 2, 3);
        }
    }

    /** Three bytes, before which something happens. */
    private static InputStream lateStream(Runnable before) {
        return new FilterInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3})) {
            private boolean happened;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (!happened) {
                    happened = true;
                    before.run();
                }
                return super.read(target, offset, length);
            }
        };
    }

    @Test
    void stagingThatIsTooMuchLeavesTheImageQueued() {
        try (InMemoryImageService service = builder().imageSizeCapBytes(10).build()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            assertThatThrownBy(() -> owner.imports().stage(id, ImageData.of(new byte[11])))
                    .isInstanceOf(LimitExceededException.class);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
            owner.imports().stage(id, ImageData.of(new byte[10]));
        }
    }

    @Test
    void siteWithOneStoreHasNoStoresToName() throws IOException {
        try (InMemoryImageService service = builder().build()) {
            ImageTransport owner = service.as(OWNER);
            assertThatThrownBy(() -> owner.stores().list()).isExactlyInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> service.as(ADMIN).stores().details()).isExactlyInstanceOf(NotFoundException.class);
            ImageId id = staged(owner);
            assertThatThrownBy(() -> owner.imports()
                            .importImage(id, ImageImport.glanceDirect().allowingFailures()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("All_stores_must_succeed can only be set with enabled_backends");
            owner.imports().importImage(id, ImageImport.glanceDirect().toStores(SLOW));
            clock.move(DELAY.plus(EACH));
            assertImage(owner.images().get(id), ImageStatus.ACTIVE, "", "", "");
            assertThatThrownBy(() -> service.as(ADMIN).stores().delete(SLOW, id))
                    .isInstanceOf(ImageNotFoundException.class);
            try (ImageDownload download = owner.data().download(id)) {
                assertThat(download.stream().readAllBytes()).isEqualTo(DATA);
            }
        }
    }

    @Test
    void readOnlyStoreTakesNoUpload() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            assertThatThrownBy(() -> owner.data().upload(id, ImageData.of(DATA), FROZEN))
                    .isInstanceOf(ImageGoneException.class);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
        }
    }

    @Test
    void siteThatDoesNotStageSaysNotFound() {
        try (InMemoryImageService service =
                builder().importMethods(ImportMethod.WEB_DOWNLOAD).build()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            assertThatThrownBy(() -> owner.imports().stage(id, ImageData.of(DATA)))
                    .isInstanceOf(ImageNotFoundException.class)
                    .hasMessageContaining("'glance-direct' method is not available at this site.");
            assertThat(owner.imports().methods()).containsExactly(ImportMethod.WEB_DOWNLOAD);
        }
    }

    @Test
    void imageComesFromAnotherRegionWithFormatsAndSomeProperties() throws IOException {
        try (InMemoryImageService north = builder().build();
                InMemoryImageService south = builder()
                        .importMethods(ImportMethod.GLANCE_DOWNLOAD)
                        .region("north", north)
                        .build()) {
            ImageTransport there = north.as(OWNER);
            ImageId source = there.images()
                    .create(NewImage.named("s")
                            .diskFormat(DiskFormat.QCOW2)
                            .containerFormat(ContainerFormat.BARE)
                            .property("hw_disk_bus", "scsi")
                            .property("os_distro", "debian")
                            .property("mine", "x")
                            .build())
                    .id();
            ImageTransport here = south.as(OWNER);
            ImageId early = image(here);
            here.imports().importImage(early, ImageImport.glanceDownload("north", source));
            clock.move(DELAY.plus(EACH));
            assertThat(here.images().get(early).status()).isEqualTo(ImageStatus.QUEUED);
            there.data().upload(source, ImageData.of(DATA));
            ImageId id = image(here);
            here.imports().importImage(id, ImageImport.glanceDownload("north", source));
            clock.move(DELAY.plus(EACH));
            Image image = here.images().get(id);
            assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
            assertThat(image.diskFormat()).isEqualTo(DiskFormat.QCOW2);
            assertThat(image.properties())
                    .containsEntry("hw_disk_bus", "scsi")
                    .containsEntry("os_distro", "debian")
                    .doesNotContainKey("mine");
            ImageId other = image(here);
            here.imports().importImage(other, ImageImport.glanceDownload("nowhere", source));
            clock.move(DELAY.plus(EACH));
            assertThat(task(here, other).status()).isEqualTo(TaskStatus.FAILURE);
            assertThatThrownBy(() ->
                            here.imports().importImage(other, ImageImport.glanceDownload("north", ImageId.of("x"))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Remote image id does not look like a UUID: x");
        }
    }

    @Test
    void webThatBreaksOffFailsTheImport() {
        WebSource broken = new WebSource() {
            @Override
            public boolean allows(URI uri) {
                return true;
            }

            @Override
            public InputStream open(URI uri) {
                return new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] target, int offset, int length) {
                        throw new IllegalStateException("broken");
                    }
                };
            }
        };
        try (InMemoryImageService service = builder().webSource(broken).build()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            owner.imports().importImage(id, ImageImport.webDownload(PAGE));
            clock.move(DELAY);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.IMPORTING);
            clock.move(EACH);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
            assertThatThrownBy(() -> owner.imports().importImage(id, ImageImport.glanceDirect()))
                    .isInstanceOf(ImageStatusConflictException.class);
        }
    }

    @Test
    void errorInTheWebFailsTheImportAndNobodyElse() {
        WebSource forbidden = new WebSource() {
            @Override
            public boolean allows(URI uri) {
                return true;
            }

            @Override
            public InputStream open(URI uri) {
                throw new AssertionError("nothing is to be fetched");
            }
        };
        try (InMemoryImageService service = builder().webSource(forbidden).build()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            owner.imports().importImage(id, ImageImport.webDownload(PAGE));
            clock.move(DELAY);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.IMPORTING);
            clock.move(EACH);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
            assertThat(task(owner, id).status()).isEqualTo(TaskStatus.FAILURE);
        }
    }

    @Test
    void taskFailsWhoseImageIsDeletedAtAnyLaterStep() {
        for (URI address : List.of(PAGE, NOWHERE)) {
            try (InMemoryImageService service = service()) {
                ImageTransport owner = service.as(OWNER);
                ImageId id = image(owner);
                owner.imports().importImage(id, ImageImport.webDownload(address).toStores(FAST));
                TaskId task = task(owner, id).id();
                clock.move(DELAY);
                assertThat(task(owner, id).status()).isEqualTo(TaskStatus.PROCESSING);
                owner.images().delete(id);
                clock.move(EACH);
                assertThat(service.as(ADMIN).tasks().get(task).status()).isEqualTo(TaskStatus.FAILURE);
            }
        }
    }

    @Test
    void taskOfAnAddressFailsWhoseImageIsDeletedBeforeItsHash() {
        try (InMemoryImageService service = builder().openLocations(true).build()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            owner.locations().add(id, PAGE.toString(), null);
            TaskId task = task(owner, id).id();
            clock.move(DELAY);
            assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
            owner.images().delete(id);
            clock.move(EACH);
            assertThat(service.as(ADMIN).tasks().get(task).status()).isEqualTo(TaskStatus.FAILURE);
        }
    }

    @Test
    void stagingForAnImageThatWasDeletedMeanwhileFindsNone() {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            ImageData late = ImageData.of(lateStream(() -> owner.images().delete(id)), 3);
            assertThatThrownBy(() -> owner.imports().stage(id, late))
                    .isInstanceOf(ImageNotFoundException.class)
                    .hasMessageContaining("No image found with ID " + id);
        }
    }

    @Test
    void stagingThatEndsAfterAnUploadLeavesWhatWasUploaded() throws IOException {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            ImageData late = ImageData.of(
                    lateStream(() -> {
                        owner.imports().importImage(id, ImageImport.glanceDirect());
                        clock.move(DELAY.plus(EACH));
                        owner.data().upload(id, ImageData.of(new byte[] {4, 5}));
                    }),
                    3);
            assertThatThrownBy(() -> owner.imports().stage(id, late)).isInstanceOf(ServiceErrorException.class);
            assertThat(owner.images().get(id).sizeBytes()).isEqualTo(2);
            assertThat(downloaded(owner, id)).containsExactly(4, 5);
        }
    }

    /** Makes an image queued again in the course of its staging, by an import that finds nothing staged, and stages other data. */
    private void overtake(ImageTransport owner, ImageId id) {
        owner.imports().importImage(id, ImageImport.glanceDirect());
        clock.move(DELAY.plus(EACH));
        owner.imports().stage(id, ImageData.of(new byte[] {4, 5}));
    }

    private void assertStaged(ImageTransport owner, ImageId id) throws IOException {
        assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.UPLOADING);
        assertThat(owner.images().get(id).sizeBytes()).isEqualTo(2);
        owner.imports().importImage(id, ImageImport.glanceDirect());
        clock.move(DELAY.plus(EACH));
        assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(downloaded(owner, id)).containsExactly(4, 5);
    }

    @Test
    void stagingThatAnotherHasOvertakenLeavesWhatThatStaged() throws IOException {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            ImageData late = ImageData.of(lateStream(() -> overtake(owner, id)), 3);
            assertThatThrownBy(() -> owner.imports().stage(id, late)).isInstanceOf(ServiceErrorException.class);
            assertStaged(owner, id);
        }
    }

    @Test
    void stagingThatBreaksOffAfterAnotherLeavesWhatThatStaged() throws IOException {
        try (InMemoryImageService service = service()) {
            ImageTransport owner = service.as(OWNER);
            ImageId id = image(owner);
            InputStream broken = lateStream(() -> {
                overtake(owner, id);
                throw new IllegalStateException("the source breaks off");
            });
            assertThatThrownBy(() -> owner.imports().stage(id, ImageData.of(broken, 3)))
                    .isInstanceOf(RuntimeException.class);
            assertStaged(owner, id);
        }
    }
}
