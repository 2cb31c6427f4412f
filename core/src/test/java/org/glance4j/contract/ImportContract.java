package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.StoreId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskStatus;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Staging and importing image data, and the tasks that tell of it. */
abstract class ImportContract extends ResourceContract {
    private static final byte[] DATA = new byte[70_000];

    static {
        new Random(109).nextBytes(DATA);
    }

    private ImageId staged(byte[] data) {
        ImageId image = shared();
        owner().imports().stage(image, ImageData.of(data));
        return image;
    }

    private static byte[] downloaded(ImageTransport party, ImageId image) throws IOException {
        try (ImageDownload download = party.data().download(image)) {
            return download.stream().readAllBytes();
        }
    }

    private Image active(ImageId image) {
        return awaited(
                image,
                now -> now.status() == ImageStatus.ACTIVE && !now.properties().containsKey("os_glance_import_task"));
    }

    @Test
    @Statement("S-108")
    final void stagedImageIsUploadingAndTakesNoOtherData() {
        ImageId image = staged(DATA);
        Image uploading = owner().images().get(image);
        assertThat(uploading.status()).isEqualTo(ImageStatus.UPLOADING);
        assertThat(uploading.sizeBytes()).isEqualTo(DATA.length);
        assertThat(uploading.virtualSizeBytes()).isNull();
        assertThat(uploading.checksum()).isNull();
        assertThat(uploading.hash()).isNull();
        refused(ImageStatusConflictException.class, 409, () -> owner().data().upload(image, ImageData.of(DATA)));
        refused(ImageStatusConflictException.class, 409, () -> owner().imports().stage(image, ImageData.of(DATA)));
        assertThatThrownBy(() -> owner().data().download(image)).isExactlyInstanceOf(NoImageDataException.class);
        assertThat(owner().images().get(image)).isEqualTo(uploading);
        assertThat(owner().imports().tasks(image)).isEmpty();
    }

    @Test
    @Statement("S-109")
    final void importOfStagedDataEndsInAnActiveImage() throws IOException {
        ImageId image = staged(DATA);
        ImageId uploaded = withData(DATA);
        owner().imports().importImage(image, ImageImport.glanceDirect());
        Image active = active(image);
        Image like = owner().images().get(uploaded);
        assertThat(active.sizeBytes()).isEqualTo(DATA.length);
        assertThat(active.virtualSizeBytes()).isEqualTo(DATA.length);
        assertThat(active.checksum()).isEqualTo(like.checksum());
        assertThat(active.hash()).isNotNull().isEqualTo(like.hash());
        assertThat(active.otherFields()).isEqualTo(Map.of("stores", "fast"));
        assertThat(active.properties())
                .isEqualTo(Map.of("os_glance_importing_to_stores", "", "os_glance_failed_import", ""));
        assertThat(downloaded(owner(), image)).isEqualTo(DATA);
        refused(
                ImageStatusConflictException.class,
                409,
                () -> owner().imports().importImage(image, ImageImport.glanceDirect()));
    }

    @Test
    @Statement("S-110")
    final void nothingStagedIsNotImported() {
        Image image = create(builder -> builder);
        refused(
                ImageStatusConflictException.class,
                409,
                () -> owner().imports().importImage(image.id(), ImageImport.glanceDirect()));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-111")
    final void failingWebDownloadLeavesAFailedTaskAndAQueuedImage() {
        Image image = create(builder -> builder.property("x", "y").tag("t"));
        try (SmallWeb web = new SmallWeb(DATA)) {
            owner().imports().importImage(image.id(), ImageImport.webDownload(web.nothing()));
            Task task = ended(image.id());
            assertThat(task.status()).isEqualTo(TaskStatus.FAILURE);
            assertThat(task.message()).isNotBlank();
            assertThat(task.result()).isNull();
        }
        Image queued = awaited(image.id(), now -> !now.properties().containsKey("os_glance_import_task"));
        assertThat(queued.status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(queued.sizeBytes()).isNull();
        assertThat(queued.diskFormat()).isEqualTo(DiskFormat.RAW);
        assertThat(queued.tags()).containsExactly("t");
        assertThat(queued.properties())
                .isEqualTo(Map.of("x", "y", "os_glance_importing_to_stores", "", "os_glance_failed_import", "fast"));
        owner().data().upload(image.id(), ImageData.of(DATA));
        assertThat(owner().images().get(image.id()).status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    @Statement("S-112")
    final void taskSucceedsStepByStepAndExpiresTwoDaysLater() {
        ImageId image = staged(DATA);
        owner().imports().importImage(image, ImageImport.glanceDirect());
        List<TaskStatus> seen = new ArrayList<>();
        List<TaskStatus> order = List.of(TaskStatus.PENDING, TaskStatus.PROCESSING, TaskStatus.SUCCESS);
        Task task = owner().imports().tasks(image).get(0);
        for (int looks = 0; looks < 600 && task.status() != TaskStatus.SUCCESS; looks++) {
            seen.add(task.status());
            target().awaitProgress();
            task = owner().imports().tasks(image).get(0);
        }
        seen.add(task.status());
        assertThat(seen.stream().distinct()).isSubsetOf(order).endsWith(TaskStatus.SUCCESS);
        assertThat(seen).isSortedAccordingTo((a, b) -> order.indexOf(a) - order.indexOf(b));
        Instant updatedAt = task.updatedAt();
        assertThat(updatedAt).isNotNull();
        assertThat(task.expiresAt())
                .isBetween(updatedAt.plus(Duration.ofDays(2)).minusSeconds(1), updatedAt.plus(Duration.ofDays(2)));
        assertThat(task.typeWord()).isEqualTo("api_image_import");
        assertThat(task.owner()).isEqualTo(project(Party.OWNER));
        assertThat(task.imageId()).isEqualTo(image);
        assertThat(task.result()).isEqualTo(Map.of("image_id", image.value()));
        assertThat(task.input())
                .isEqualTo(Map.of(
                        "image_id",
                        image.value(),
                        "import_req",
                        Map.of("method", Map.of("name", "glance-direct")),
                        "backend",
                        List.of("fast")));
        Task last = task;
        active(image);
        target().awaitProgress();
        assertThat(owner().imports().tasks(image)).containsExactly(last);
    }

    @Test
    final void webDownloadBringsWhatIsThere() throws IOException {
        ImageId image = shared();
        try (SmallWeb web = new SmallWeb(DATA)) {
            owner().imports().importImage(image, ImageImport.webDownload(web.image()));
            active(image);
        }
        assertThat(downloaded(owner(), image)).isEqualTo(DATA);
    }

    @Test
    final void importToAllStoresFillsEach() throws IOException {
        ImageId image = staged(DATA);
        owner().imports().importImage(image, ImageImport.glanceDirect().toAllStores());
        assertThat(active(image).otherFields()).isEqualTo(Map.of("stores", "fast,slow"));
        ImageId other = staged(DATA);
        owner().imports()
                .importImage(
                        other,
                        ImageImport.glanceDirect()
                                .toStores(StoreId.of("slow"), StoreId.of("fast"))
                                .allowingFailures());
        ended(other);
        assertThat(active(other).otherFields()).isEqualTo(Map.of("stores", "slow,fast"));
        assertThat(downloaded(owner(), other)).isEqualTo(DATA);
    }

    @Test
    final void imageThatIsBeingImportedTakesNoOtherImport() {
        ImageId image = shared();
        try (SmallWeb web = new SmallWeb(DATA)) {
            owner().imports().importImage(image, ImageImport.webDownload(web.image()));
            refused(
                    ImageStatusConflictException.class,
                    409,
                    () -> owner().imports().importImage(image, ImageImport.webDownload(web.image())));
            active(image);
        }
    }

    @Test
    final void formlessImageIsStagedAndNeverImported() {
        Image image = create(owner(), NewImage.named(uniqueName()).build());
        owner().imports().stage(image.id(), ImageData.of(DATA));
        refused(
                ImageStatusConflictException.class,
                409,
                () -> owner().imports().importImage(image.id(), ImageImport.glanceDirect()));
        refused(
                ForbiddenException.class,
                403,
                () -> owner().images()
                        .update(
                                image.id(),
                                ImagePatch.builder()
                                        .containerFormat(ContainerFormat.BARE)
                                        .build()));
    }

    @Test
    final void addressThatTheSiteDoesNotLetThroughIsBadRequest() {
        ImageId image = shared();
        for (String address : List.of("http://192.0.2.1/x.img", "file:///etc/hostname", "ftp://127.0.0.1/x")) {
            refused(
                    InvalidRequestException.class,
                    400,
                    () -> owner().imports().importImage(image, ImageImport.webDownload(URI.create(address))));
        }
        assertThat(owner().imports().tasks(image)).isEmpty();
    }

    @Test
    final void methodThatTheSiteDoesNotEnableIsBadRequest() {
        ImageId image = shared();
        refused(
                InvalidRequestException.class,
                400,
                () -> owner().imports().importImage(image, ImageImport.of(ImportMethod.of("osmosis"))));
        refused(
                InvalidRequestException.class,
                400,
                () -> owner().imports().importImage(unknownImage(), ImageImport.glanceDownload("r", unknownImage())));
    }

    @Test
    final void strangersNeitherStageNorImport() {
        ImageId image = shared();
        URI address = URI.create("http://127.0.0.1:9/x");
        refused(ImageNotFoundException.class, 404, () -> bystander().imports().stage(image, ImageData.of(DATA)));
        refused(
                ImageNotFoundException.class,
                404,
                () -> bystander().imports().importImage(image, ImageImport.webDownload(address)));
        refused(ImageNotFoundException.class, 404, () -> bystander().imports().tasks(image));
        share(image, MemberStatus.ACCEPTED);
        refused(
                ForbiddenException.class,
                403,
                () -> consumer().imports().importImage(image, ImageImport.webDownload(address)));
        assertThat(consumer().imports().tasks(image)).isEmpty();
        refused(ImageNotFoundException.class, 404, () -> owner().imports().stage(unknownImage(), ImageData.of(DATA)));
        refused(ImageNotFoundException.class, 404, () -> owner().imports().tasks(unknownImage()));
    }

    @Test
    final void whoSeesAnImageIsShownOnlyTasksOfItsOwn() {
        ImageId image = staged(DATA);
        owner().images()
                .update(
                        image,
                        ImagePatch.builder().visibility(Visibility.COMMUNITY).build());
        owner().imports().importImage(image, ImageImport.glanceDirect());
        ended(image);
        assertThat(owner().imports().tasks(image)).hasSize(1);
        assertThat(target().as(Party.READER).imports().tasks(image)).hasSize(1);
        assertThat(bystander().imports().tasks(image)).isEmpty();
        active(image);
    }

    @Test
    final void readerNeitherStagesNorImportsUnderSecureRules() {
        ImageId image = shared();
        ImageTransport reader = target().as(Party.READER);
        if (isLegacy()) {
            reader.imports().stage(image, ImageData.of(DATA));
            assertThat(owner().images().get(image).status()).isEqualTo(ImageStatus.UPLOADING);
        } else {
            refused(ForbiddenException.class, 403, () -> reader.imports().stage(image, ImageData.of(DATA)));
            refused(
                    ForbiddenException.class,
                    403,
                    () -> reader.imports()
                            .importImage(image, ImageImport.webDownload(URI.create("http://127.0.0.1:9/x"))));
        }
    }

    @Test
    final void deletedImageIsNotImportedAndHasNoTasks() {
        ImageId image = staged(DATA);
        owner().imports().importImage(image, ImageImport.glanceDirect());
        owner().images().delete(image);
        target().awaitProgress();
        refused(ImageNotFoundException.class, 404, () -> owner().images().get(image));
        refused(ImageNotFoundException.class, 404, () -> admin().imports().tasks(image));
    }

    @Test
    final void emptyDataIsStagedAndImported() {
        ImageId image = staged(new byte[0]);
        assertThat(owner().images().get(image).sizeBytes()).isZero();
        owner().imports().importImage(image, ImageImport.glanceDirect());
        Image active = active(image);
        assertThat(active.sizeBytes()).isZero();
        assertThat(active.virtualSizeBytes()).isNull();
    }

    @Test
    final void methodsAreListedToEverybody() {
        for (Party party : Party.values()) {
            assertThat(target().as(party).imports().methods())
                    .containsExactly(ImportMethod.GLANCE_DIRECT, ImportMethod.WEB_DOWNLOAD, ImportMethod.COPY_IMAGE);
        }
    }
}
