package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.RangeNotSatisfiableException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDataTest {
    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
    private static final long CAP = 1 << 20;

    @TempDir
    private Path directory;

    private InMemoryImageService service;
    private ImageTransport owner;
    private ImageId image;

    @BeforeEach
    void ownerCreatesAnImage() {
        service = InMemoryImageService.builder()
                .temporaryDirectory(directory)
                .memoryBudgetBytes(10_000)
                .imageSizeCapBytes(CAP)
                .build();
        owner = service.as(Caller.of(ProjectId.of("producer")));
        image = create();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private ImageId create() {
        return owner.images()
                .create(NewImage.builder()
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
    }

    @Test
    void uploadMakesTheImageActiveWithSizeAndHashes() throws Exception {
        owner.data().upload(image, ImageData.of(ALPHABET));
        Image active = owner.images().get(image);
        assertThat(active.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(active.sizeBytes()).isEqualTo(26);
        assertThat(active.virtualSizeBytes()).isEqualTo(26);
        assertThat(active.checksum()).isEqualTo("c3fcd3d76192e4007dfb496cca67e13b");
        assertThat(active.hash()).isEqualTo(new ImageHash("sha512", hash("SHA-512", ALPHABET)));
        assertThat(download(image)).isEqualTo(ALPHABET);
    }

    @Test
    void uploadWhoseSourceCannotBeClosedIsDoneAllTheSame() throws Exception {
        owner.data().upload(image, new ImageData() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(ALPHABET) {
                    @Override
                    public void close() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                };
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(ALPHABET.length);
            }

            @Override
            public boolean repeatable() {
                return false;
            }
        });
        assertThat(download(image)).isEqualTo(ALPHABET);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sourceThatFailsUncheckedIsAFailureOfTheSource(boolean error) {
        ImageDataSourceException failure = catchThrowableOfType(
                ImageDataSourceException.class,
                () -> owner.data().upload(image, new ImageData() {
                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(ALPHABET) {
                            @Override
                            public synchronized int read(byte[] target, int offset, int length) {
                                if (error) {
                                    throw new AssertionError("the disk is gone");
                                }
                                throw new IllegalStateException("the disk is gone");
                            }
                        };
                    }

                    @Override
                    public OptionalLong sizeBytes() {
                        return OptionalLong.empty();
                    }

                    @Override
                    public boolean repeatable() {
                        return false;
                    }
                }));
        assertThat(failure.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(failure).hasRootCauseMessage("the disk is gone");
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sourceThatFailsUncheckedWhenItIsOpenedIsAFailureOfTheSource(boolean error) {
        ImageDataSourceException failure = catchThrowableOfType(
                ImageDataSourceException.class,
                () -> owner.data().upload(image, new ImageData() {
                    @Override
                    public InputStream open() {
                        if (error) {
                            throw new AssertionError("the disk is gone");
                        }
                        throw new IllegalStateException("the disk is gone");
                    }

                    @Override
                    public OptionalLong sizeBytes() {
                        return OptionalLong.empty();
                    }

                    @Override
                    public boolean repeatable() {
                        return true;
                    }
                }));
        assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
        assertThat(failure).hasRootCauseMessage("the disk is gone");
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @Test
    void streamIsClosedWhateverBecomesOfItsUpload() {
        Deadline passed = Deadline.after(Ticker.systemTicker(), Duration.ZERO);
        assertClosed(stream -> owner.data().upload(image, stream));
        assertClosed(stream -> assertThatThrownBy(() -> owner.data().upload(image, stream)));
        assertClosed(stream -> assertThatThrownBy(() -> owner.data().upload(ImageId.of("a/b"), stream)));
        assertClosed(
                stream -> assertThatThrownBy(() -> owner.within(passed).data().upload(image, stream)));
    }

    private static void assertClosed(Consumer<ImageData> upload) {
        AtomicInteger closed = new AtomicInteger();
        upload.accept(ImageData.of(new ByteArrayInputStream(ALPHABET) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                throw new IOException("it cannot be closed");
            }
        }));
        assertThat(closed).hasValue(1);
    }

    @Test
    void noDataIsDataWithoutAVirtualSize() throws Exception {
        owner.data().upload(image, ImageData.of(new byte[0]));
        Image active = owner.images().get(image);
        assertThat(active.sizeBytes()).isZero();
        assertThat(active.virtualSizeBytes()).isNull();
        assertThat(download(image)).isEmpty();
    }

    @Test
    void queuedImageHasNoDataToDownload() {
        assertThat(catchThrowableOfType(
                                NoImageDataException.class, () -> owner.data().download(image))
                        .failure()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void rangesGiveWhatTheyGiveOnTheService() throws Exception {
        owner.data().upload(image, ImageData.of(ALPHABET));
        assertThat(part("3-10")).isEqualTo("defghijk");
        assertThat(part("20-")).isEqualTo("uvwxyz");
        assertThat(part("20-100")).isEqualTo("uvwxyz");
        assertThat(part("-2")).isEqualTo("yz");
        assertThat(part("-100")).isEqualTo(new String(ALPHABET, StandardCharsets.US_ASCII));
        assertThat(part("0-99999999999999999999")).hasSize(26);
        for (String outside : new String[] {"26-", "10-5", "99999999999999999999-", "-0"}) {
            assertThat(catchThrowableOfType(
                            RangeNotSatisfiableException.class,
                            () -> owner.data().download(image, new ByteRange(outside))))
                    .as(outside)
                    .isNotNull();
        }
    }

    @Test
    void rangeTellsItsOwnLengthAndTheChecksumOfTheWhole() throws Exception {
        owner.data().upload(image, ImageData.of(ALPHABET));
        try (ImageDownload part = owner.data().download(image, ByteRange.between(3, 10))) {
            assertThat(part.sizeBytes()).hasValue(8);
            assertThat(part.checksum()).hasValue("c3fcd3d76192e4007dfb496cca67e13b");
        }
    }

    @Test
    void dataBeyondTheBudgetSpillsAndIsTheSame() throws Exception {
        byte[] small = random(9_000);
        byte[] large = random(300_000);
        ImageId other = create();
        owner.data().upload(image, ImageData.of(small));
        assertThat(files()).isZero();
        owner.data().upload(other, ImageData.of(large));
        assertThat(files()).isOne();
        assertThat(download(image)).isEqualTo(small);
        assertThat(download(other)).isEqualTo(large);
        assertThat(owner.images().get(other).checksum()).isEqualTo(hash("MD5", large));
        try (ImageDownload part = owner.data().download(other, ByteRange.between(65_530, 131_080))) {
            assertThat(part.stream().readAllBytes()).isEqualTo(Arrays.copyOfRange(large, 65_530, 131_081));
        }
        owner.images().delete(other);
        assertThat(files()).isZero();
    }

    @Test
    void budgetIsFreeAgainOnceImagesAreGone() throws Exception {
        for (int i = 0; i < 50; i++) {
            ImageId each = create();
            owner.data().upload(each, ImageData.of(random(9_000)));
            assertThat(files()).as("files after upload %s", i).isZero();
            owner.images().delete(each);
        }
    }

    @Test
    void downloadOutlivesTheImage() throws Exception {
        byte[] large = random(300_000);
        owner.data().upload(image, ImageData.of(large));
        try (ImageDownload download = owner.data().download(image)) {
            owner.images().delete(image);
            assertThat(download.stream().readAllBytes()).isEqualTo(large);
        }
        assertThat(files()).isZero();
    }

    @Test
    void closingADownloadTwiceReleasesItOnce() throws Exception {
        owner.data().upload(image, ImageData.of(random(300_000)));
        ImageDownload download = owner.data().download(image);
        download.close();
        download.close();
        assertThat(download(image)).hasSize(300_000);
    }

    @Test
    void closingTheServiceDeletesItsFilesAndEndsDownloads() throws Exception {
        owner.data().upload(image, ImageData.of(random(300_000)));
        ImageDownload download = owner.data().download(image);
        service.close();
        assertThat(files()).isZero();
        assertThatExceptionOfType(TransportClosedException.class)
                .isThrownBy(() -> download.stream().read());
        download.close();
    }

    @Test
    void dataUpToTheCapIsTakenAndOneByteMoreIsNot() throws Exception {
        LimitExceededException refused = catchThrowableOfType(
                LimitExceededException.class, () -> owner.data().upload(image, ImageData.of(new byte[(int) CAP + 1])));
        assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(files()).isZero();
        owner.data().upload(image, ImageData.of(new byte[(int) CAP]));
        assertThat(owner.images().get(image).sizeBytes()).isEqualTo(CAP);
    }

    @Test
    void brokenSourceLeavesTheImageQueuedAndNothingBehind() throws Exception {
        assertThat(catchThrowableOfType(
                        ImageDataSourceException.class,
                        () -> owner.data().upload(image, ImageData.of(new BrokenAfter(20_000)))))
                .hasMessageContaining("the cable is out")
                .satisfies(e -> assertThat(e.effect()).isEqualTo(Effect.NOT_APPLIED));
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(files()).isZero();
        owner.data().upload(image, ImageData.of(ALPHABET));
    }

    @Test
    void sourceThatIsShorterOrLongerThanItSaidFailsTheUpload() {
        for (long said : new long[] {25, 27}) {
            assertThat(catchThrowableOfType(
                            ImageDataSourceException.class, () -> owner.data().upload(image, sized(said))))
                    .hasMessageContaining(said + "");
            assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
        }
    }

    @Test
    void uploadWithoutFormatsIsRefusedBeforeAnythingIsRead() {
        ImageId bare =
                owner.images().create(NewImage.named("no formats").build()).id();
        BrokenAfter untouched = new BrokenAfter(0);
        assertThat(catchThrowableOfType(
                        InvalidRequestException.class, () -> owner.data().upload(bare, ImageData.of(untouched))))
                .hasMessageContaining("Properties disk_format, container_format must be set");
        assertThat(owner.images().get(bare).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @Test
    void storageThatFailsIsTheServicesErrorAndNotTheSources() throws Exception {
        Files.delete(directory);
        assertThat(catchThrowableOfType(
                                ServiceErrorException.class,
                                () -> owner.data().upload(image, ImageData.of(random(300_000))))
                        .failure()
                        .status())
                .isEqualTo(500);
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
        Files.createDirectory(directory);
    }

    @Test
    void deactivatedDataIsReadByAdminsOnly() throws Exception {
        owner.data().upload(image, ImageData.of(ALPHABET));
        owner.images().deactivate(image);
        owner.images().deactivate(image);
        assertThat(catchThrowableOfType(
                        ForbiddenException.class, () -> owner.data().download(image)))
                .isNotNull();
        ImageTransport admin = service.as(Caller.admin(ProjectId.of("ops")));
        try (ImageDownload download = admin.data().download(image)) {
            assertThat(download.stream().readAllBytes()).isEqualTo(ALPHABET);
        }
        owner.images().reactivate(image);
        assertThat(download(image)).isEqualTo(ALPHABET);
    }

    @Test
    void deadlineThatComesDuringAnUploadEndsIt() {
        AtomicLong nanos = new AtomicLong();
        ImageTransport hurried = owner.within(Deadline.after(nanos::get, Duration.ofSeconds(1)));
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofMillis(400).toNanos());
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        DeadlineExceededException late = catchThrowableOfType(
                DeadlineExceededException.class, () -> hurried.data().upload(image, ImageData.of(slow)));
        assertThat(late.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
        ImageServiceException notSent = catchThrowableOfType(
                DeadlineExceededException.class, () -> hurried.images().get(image));
        assertThat(notSent.effect()).isEqualTo(Effect.NOT_SENT);
    }

    private byte[] download(ImageId id) throws IOException {
        try (ImageDownload download = owner.data().download(id)) {
            byte[] bytes = download.stream().readAllBytes();
            assertThat(download.sizeBytes()).hasValue(bytes.length);
            return bytes;
        }
    }

    private String part(String range) throws IOException {
        try (ImageDownload download = owner.data().download(image, new ByteRange(range))) {
            return new String(download.stream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String hash(String algorithm, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private static ImageData sized(long size) {
        return new ImageData() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(ALPHABET);
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(size);
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
    }

    /** Gives so many bytes and breaks. */
    private static final class BrokenAfter extends InputStream {
        private int left;

        BrokenAfter(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the cable is out");
            }
            int count = Math.min(left, length);
            left -= count;
            return count;
        }
    }
}
