package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

    /** Returns what {@code qemu-img create} writes at the beginning of a disk of a mebibyte. */
    private static ByteBuffer qcow2(int version) {
        ByteBuffer header = ByteBuffer.allocate(4096);
        header.putInt(0x514649fb).putInt(version).putLong(0).putInt(0).putInt(16);
        header.putLong(1 << 20)
                .putInt(0)
                .putInt(1)
                .putLong(3 << 16)
                .putLong(1 << 16)
                .putInt(1);
        if (version > 2) {
            header.putInt(96, 4).putInt(100, 112);
        }
        return header;
    }

    private static byte[] bytes(ByteBuffer disk) {
        byte[] bytes = new byte[disk.capacity()];
        disk.rewind().get(bytes);
        return bytes;
    }

    private static byte[] starting(byte[] data, int length) {
        return Arrays.copyOf(data, length);
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
        assertDisk(ofData(bytes(qcow2(2))), DiskFormat.QCOW2, 1 << 20);
        assertDisk(ofData(bytes(qcow2(3))), DiskFormat.QCOW2, 1 << 20);
        assertDisk(ofData(starting(bytes(qcow2(2)), 72)), DiskFormat.QCOW2, 1 << 20);
        assertDisk(ofData(starting(bytes(qcow2(3)), 104)), DiskFormat.QCOW2, 1 << 20);
        assertDisk(ofData(bytes(qcow2(3).putLong(24, 1000))), DiskFormat.QCOW2, 512);
        assertDisk(ofData(bytes(qcow2(3).putLong(24, 1 << 29))), DiskFormat.QCOW2, 1 << 29);
        assertDisk(ofData(text("LUKS\u00ba\u00be\0\2")), DiskFormat.RAW, 1024);
        assertDisk(ofData(text("WithoutFreeSpace")), DiskFormat.RAW, 1024);
        assertDisk(ofData(text("\n# Disk DescriptorFile\nversion=1\n")), DiskFormat.RAW, 1024);
        assertDisk(ofData(text("# Disk DescriptorFile\nversion=4\n")), DiskFormat.RAW, 1024);
        assertDisk(imported(new byte[700], Map.of("disk_format", "qcow2"), Map.of()), DiskFormat.RAW, 1024);
        assertDisk(imported(new byte[700], Map.of(), Map.of()), DiskFormat.RAW, 1024);
    }

    private static byte[] text(String begins) {
        return starting(begins.getBytes(StandardCharsets.ISO_8859_1), 700);
    }

    @Test
    void brokenDisksAndThoseThatNeedOtherFilesFail() {
        Map<String, byte[]> disks = new LinkedHashMap<>();
        disks.put("of a version that is not known", bytes(qcow2(7)));
        disks.put("of the first version", bytes(qcow2(1)));
        disks.put("with a backing file", bytes(qcow2(3).putLong(8, 512).putInt(16, 5)));
        disks.put("with small clusters", bytes(qcow2(3).putInt(20, 8)));
        disks.put("with large clusters", bytes(qcow2(3).putInt(20, 22)));
        disks.put("of less than nothing", bytes(qcow2(3).putLong(24, -512)));
        disks.put("larger than its table", bytes(qcow2(3).putLong(24, (1 << 29) + 512)));
        disks.put(
                "larger than its table of long entries",
                bytes(qcow2(3).putLong(72, 16).putLong(24, 1 << 29)));
        disks.put("encrypted in an unknown way", bytes(qcow2(3).putInt(32, 3)));
        disks.put("without a table", bytes(qcow2(3).putInt(36, 0)));
        disks.put("with a huge table", bytes(qcow2(3).putInt(36, 1 << 26)));
        disks.put("with a table inside a cluster", bytes(qcow2(3).putLong(40, 4097)));
        disks.put("with counts inside a cluster", bytes(qcow2(3).putLong(48, 77)));
        disks.put("without counts", bytes(qcow2(2).putInt(56, 0)));
        disks.put("with too many counts", bytes(qcow2(2).putInt(56, 1 << 25)));
        disks.put("with its data in another file", bytes(qcow2(3).putLong(72, 4)));
        disks.put("with unknown features", bytes(qcow2(3).putLong(72, 32)));
        disks.put("compressed in an unknown way", bytes(qcow2(3).putLong(72, 8)));
        disks.put("with counts of odd size", bytes(qcow2(3).putInt(96, 7)));
        disks.put("with a short header", bytes(qcow2(3).putInt(100, 103)));
        disks.put("with a header beyond the cluster", bytes(qcow2(3).putInt(100, 100_000)));
        disks.forEach((what, disk) -> assertThat(ofData(disk)).as(what).isNull());
        assertThat(ofData(starting(bytes(qcow2(3)), 24))).isNull();
        assertThat(ofData(starting(bytes(qcow2(3)), 72))).isNull();
        assertThat(admin.images().list(ImageQuery.defaults()).items()).isEmpty();
    }

    @Test
    void disksThatCannotBeMeasuredHereFail() {
        String bochs =
                "Bochs Virtual HD Image" + "\0".repeat(10) + "Redolog" + "\0".repeat(9) + "Growing" + "\0".repeat(9);
        for (String begins : List.of(
                "KDMV and nothing",
                "COWD",
                "conectix",
                "vhdxfile",
                "QED\0",
                "LUKS\u00ba\u00be\0\1",
                "WithoutFreeSpace\2\0\0\0",
                "WithouFreSpacExt\2\0\0\0",
                "#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n",
                bochs + "\0\0\1\0",
                bochs + "\0\0\2\0",
                "<<< QEMU VM Virtual Disk Image >>>\n" + "\0".repeat(29) + "\u007f\u0010\u00da\u00be",
                "# Disk DescriptorFile\n  \nversion=1\n",
                "version=3\r\n")) {
            assertThat(ofData(text(begins))).as(begins).isNull();
        }
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
