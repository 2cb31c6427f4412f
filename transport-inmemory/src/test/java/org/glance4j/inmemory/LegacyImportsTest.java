package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskStatus;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task of an import makes of what it is given: of the data as {@code qemu-img} sees it, and of odd values. */
class LegacyImportsTest {
    private static final Caller ADMIN = Caller.admin(ProjectId.of("admins"));
    private static final URI PAGE = URI.create("http://images.invalid/page");

    private final Map<URI, byte[]> pages = new ConcurrentHashMap<>();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final InMemoryImageService service = InMemoryImageService.builder()
            .profile(Profile.LEGACY)
            .clock(clock)
            .webSource(new WebSource() {
                @Override
                public boolean allows(URI uri) {
                    return true;
                }

                @Override
                public InputStream open(URI uri) throws IOException {
                    return WebSource.of(pages).open(uri);
                }
            })
            .stores(
                    Store.of(StoreId.of("fast")).withDefault(true),
                    Store.of(StoreId.of("slow")),
                    Store.of(StoreId.of("frozen")).withReadOnly(true))
            .build();
    private final ImageTransport admin = service.as(ADMIN);

    @AfterEach
    void close() {
        service.close();
    }

    /** Returns the image that is made of data; null where the task fails. */
    private @Nullable Image imported(byte[] data, Map<String, ?> described, Map<String, ?> asked) {
        pages.put(PAGE, data);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(Map.of("name", "i", "container_format", "bare"));
        properties.putAll(described);
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("import_from", PAGE.toString());
        input.put("import_from_format", "raw");
        input.put("image_properties", properties);
        input.putAll(asked);
        Task task = service.engine().createTask(ADMIN, "import", input);
        clock.move(Duration.ofMillis(2));
        Task ended = admin.tasks().get(task.id());
        if (ended.status() == TaskStatus.FAILURE) {
            assertThat(ended.message()).isEqualTo("Task failed due to Internal Error");
            return null;
        }
        return admin.images().get(ImportTaskInput.importedImage(ended).orElseThrow());
    }

    private @Nullable Image ofData(byte[] data) {
        return imported(data, Map.of("disk_format", "raw"), Map.of());
    }

    private @Nullable Image described(String field, Object value) {
        return imported(new byte[700], Map.of(field, value), Map.of());
    }

    private @Nullable Image inStore(Object named) {
        return imported(new byte[700], Map.of(), Map.of("backend", named));
    }

    private static byte[] qcow2(int version, long backingFile, int length) {
        ByteBuffer header = ByteBuffer.allocate(length);
        header.putInt(0x514649fb).putInt(version).putLong(backingFile).putInt(0).putInt(16);
        if (length >= 32) {
            header.putLong(24, 1 << 20);
        }
        return header.array();
    }

    private static void assertDisk(@Nullable Image image, DiskFormat format, long size) {
        assertThat(image).isNotNull();
        assertThat(image.diskFormat()).isEqualTo(format);
        assertThat(image.virtualSizeBytes()).isEqualTo(size);
    }

    @Test
    void theDataTellsTheFormatAndTheSizeOfTheDisk() {
        assertDisk(ofData(new byte[700]), DiskFormat.RAW, 1024);
        assertDisk(ofData(new byte[512]), DiskFormat.RAW, 512);
        assertDisk(ofData(new byte[0]), DiskFormat.RAW, 0);
        assertDisk(ofData(qcow2(2, 0, 4096)), DiskFormat.QCOW2, 1 << 20);
        assertDisk(ofData(qcow2(3, 0, 4096)), DiskFormat.QCOW2, 1 << 20);
        assertDisk(imported(new byte[700], Map.of("disk_format", "qcow2"), Map.of()), DiskFormat.RAW, 1024);
        assertDisk(imported(new byte[700], Map.of(), Map.of()), DiskFormat.RAW, 1024);
    }

    @Test
    void brokenDisksAndThoseThatNeedOtherFilesFail() {
        assertThat(ofData(qcow2(3, 104, 4096))).isNull();
        assertThat(ofData(qcow2(3, 0, 24))).isNull();
        assertThat(ofData(qcow2(7, 0, 4096))).isNull();
        assertThat(ofData("KDMV and nothing".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(admin.images().list(ImageQuery.defaults()).items()).isEmpty();
    }

    @Test
    void theInputMayNameAStore() {
        assertThat(inStore("slow").otherFields()).containsEntry("stores", "slow");
        assertThat(inStore("nope")).isNull();
        assertThat(inStore("frozen")).isNull();
        assertThat(inStore(List.of("slow"))).isNull();
        assertThat(described("backend", "slow").otherFields()).containsEntry("stores", "fast");
    }

    @Test
    void aTextIsAListOfItsLettersAndAnyThingIsTrueOrFalse() {
        assertThat(described("tags", "abca").tags()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(described("tags", "").tags()).isEmpty();
        for (Object truth : List.of("yes", "no", "False", "0", 1, 2, List.of("x"))) {
            assertThat(described("protected", truth).isProtected())
                    .as("%s", truth)
                    .isTrue();
        }
        for (Object lie : List.of("", 0, List.of(), false)) {
            assertThat(described("protected", lie).isProtected()).as("%s", lie).isFalse();
        }
        assertThat(described("os_hidden", 1).hidden()).isTrue();
        for (Object odd : List.of("yes", "true", 2)) {
            assertThat(described("os_hidden", odd)).as("%s", odd).isNull();
        }
    }
}
