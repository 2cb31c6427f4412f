package org.glance4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.ImageClient;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageDataNotVerifiedException;
import org.glance4j.error.ImageDataTargetException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VerifiedDownloadTest {
    private static final byte[] DATA = new byte[1_000_003];
    private static final DownloadOptions STRICT = DownloadOptions.defaults();

    static {
        new Random(5).nextBytes(DATA);
    }

    @TempDir
    private Path directory;

    private final DataScene scene = new DataScene();
    private final ImageId image = scene.holding(DATA);
    private final List<FaultyDownloads> planted = new ArrayList<>();

    @AfterEach
    void close() {
        scene.close();
    }

    private Path file() {
        return directory.resolve("image");
    }

    private VerifiedData faulty(List<UnaryOperator<InputStream>> faults) {
        return scene.planted(whole -> {
            if (planted.isEmpty()) {
                planted.add(new FaultyDownloads(whole, faults));
            }
            return planted.get(0);
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertWhole(Path file) throws IOException {
        assertThat(Arrays.equals(Files.readAllBytes(file), DATA)).isTrue();
    }

    @Test
    void theFileIsThereWithTheHashThatIsOnRecord() throws IOException {
        TransferResult result = scene.data().download(image, file());

        assertThat(result)
                .isEqualTo(new TransferResult(
                        image, DATA.length, scene.image(image).hash(), Verification.VERIFIED, null));
        assertThat(result.isVerified()).isTrue();
        assertWhole(file());
        assertThat(files()).containsExactly("image");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SideHash.BUFFER, 3 * SideHash.BUFFER})
    void dataOfAnyLengthArrives(int length) throws IOException {
        byte[] bytes = Arrays.copyOf(DATA, length);
        ImageId id = scene.holding(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(scene.data().download(id, file()).sizeBytes()).isEqualTo(length);
        assertThat(scene.data().download(id, out).isVerified()).isTrue();
        assertThat(file()).hasBinaryContent(bytes);
        assertThat(out.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aChannelIsWrittenAndStaysOpen() throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(scene.data().download(image, channel).isVerified()).isTrue();
            assertThat(channel.isOpen()).isTrue();
        }
        assertWhole(file());
    }

    @Test
    void aFileThatIsThereIsNotTouchedAndNothingIsAsked() throws IOException {
        Files.writeString(file(), "before");
        ImageDataTargetException refusal = catchThrowableOfType(
                ImageDataTargetException.class, () -> scene.data().download(ImageId.of("no-such-image"), file()));

        assertThat(refusal.effect()).isEqualTo(Effect.NOT_SENT);
        assertThat(refusal).hasMessageContaining("is there already");
        assertThat(file()).hasContent("before");
    }

    @Test
    void aFileIsReplacedOnlyWhenAllIsThere() throws IOException {
        Files.writeString(file(), "before");
        DownloadOptions replacing = STRICT.replaceExisting()
                .progress(progress -> assertThat(progress.bytes() == DATA.length || contentIs("before"))
                        .isTrue());

        assertThat(scene.data().download(image, file(), replacing).listenerFailure())
                .isEmpty();
        assertWhole(file());
        assertThat(files()).containsExactly("image");
    }

    private boolean contentIs(String text) {
        try {
            return Files.readString(file()).equals(text);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFileThatComesMeanwhileStays() throws IOException {
        DownloadOptions meanwhile = STRICT.progress(progress -> {
            try {
                Files.writeString(file(), "somebody else's");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThatThrownBy(() -> scene.data().download(image, file(), meanwhile))
                .isInstanceOf(ImageDataTargetException.class)
                .hasMessageContaining("is there already", "nothing is left of it");
        assertThat(file()).hasContent("somebody else's");
        assertThat(files()).containsExactly("image");
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path real = Files.writeString(directory.resolve("real"), "before");
        Path link = Files.createSymbolicLink(file(), real);

        scene.data().download(image, link, STRICT.replaceExisting());
        assertThat(link).isSymbolicLink();
        assertWhole(real);
    }

    @Test
    void whatCannotBeAFileIsRefusedBeforeAnythingIsSent() throws IOException {
        Path nowhere = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("none"));
        for (Path path : List.of(directory, directory.resolve("none/image"), nowhere)) {
            assertThatThrownBy(() -> scene.data().download(image, path, STRICT.replaceExisting()))
                    .isInstanceOfSatisfying(
                            ImageDataTargetException.class,
                            e -> assertThat(e.effect()).isEqualTo(Effect.NOT_SENT));
        }
    }

    @Test
    void aNameAsLongAsNamesCanBeIsAFile() {
        Path longest = directory.resolve("\u00e4".repeat(127));

        assertThat(scene.data().download(image, longest).isVerified()).isTrue();
    }

    @Test
    void anImageThatIsNotThereOrEmptyLeavesNoFile() throws IOException {
        ImageId queued = scene.queued();

        assertThatThrownBy(() -> scene.data().download(queued, file(), STRICT.keepPart()))
                .isInstanceOf(NoImageDataException.class);
        assertThatThrownBy(() -> scene.data().download(queued, file(), STRICT.acceptUnverified()))
                .isInstanceOf(NoImageDataException.class);
        assertThatThrownBy(() -> scene.data().download(ImageId.of("none"), file()))
                .isInstanceOf(ImageNotFoundException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void aCutDownloadGoesOnWhereItWas() throws IOException {
        VerifiedData data = faulty(List.of(
                FaultyDownloads.cutAt(700_001, false),
                FaultyDownloads.cutAt(0, false),
                FaultyDownloads.cutAt(5, true)));

        assertThat(data.download(image, file()).isVerified()).isTrue();
        assertWhole(file());
        assertThat(planted.get(0).ranges()).containsExactly("", "700001-", "700001-", "700006-");
        assertThat(scene.time.pauses()).hasSize(3);
    }

    @Test
    void aStreamGetsNothingTwice() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VerifiedData data = faulty(List.of(FaultyDownloads.cutAt(300_000, false), FaultyDownloads.cutAt(1, false)));

        assertThat(data.download(image, out).isVerified()).isTrue();
        assertThat(out.toByteArray()).isEqualTo(DATA);
    }

    @Test
    void fiveAttemptsThatBringNothingAreEnough() throws IOException {
        VerifiedData data = faulty(Collections.nCopies(100, FaultyDownloads.cutAt(0, false)));
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, () -> data.download(image, file()));

        assertThat(failure).hasMessageContaining("0 of 1000003 bytes came", "the connection broke", "nothing is left");
        assertThat(failure.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(failure).hasCauseInstanceOf(IOException.class);
        assertThat(planted.get(0).ranges()).hasSize(5);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsKeptOfACutDownloadIsGoneOnFrom() throws IOException {
        List<UnaryOperator<InputStream>> cuts = new ArrayList<>(List.of(FaultyDownloads.cutAt(600_000, false)));
        cuts.addAll(Collections.nCopies(5, FaultyDownloads.cutAt(0, false)));
        VerifiedData data = faulty(cuts);

        assertThatThrownBy(() -> data.download(image, file(), STRICT.keepPart()))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("600000 bytes are kept in ", "image.part");
        assertThat(files()).containsExactly("image.part");
        planted.get(0).ranges().clear();
        assertThat(data.download(image, file(), STRICT.keepPart()).isVerified()).isTrue();
        assertThat(planted.get(0).ranges()).containsExactly("600000-");
        assertWhole(file());
        assertThat(files()).containsExactly("image");
    }

    @Test
    void aPartThatIsWholeNeedsNoData() throws IOException {
        Files.write(directory.resolve("image.part"), DATA);
        VerifiedData data = faulty(List.of());

        assertThat(data.download(image, file(), STRICT.keepPart()).isVerified()).isTrue();
        assertThat(planted).isEmpty();
        assertWhole(file());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000_003, 2_000_000})
    void aPartOfSomethingElseIsGivenUp(int length) throws IOException {
        Files.write(directory.resolve("image.part"), new byte[length]);

        assertThat(scene.data().download(image, file(), STRICT.keepPart()).isVerified())
                .isTrue();
        assertWhole(file());
        assertThat(files()).containsExactly("image");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000_003, 2_000_000})
    void aPartIsNotGoneOnFromWhereNoHashTellsWhatItIsOf(int length) throws IOException {
        Files.write(directory.resolve("image.part"), new byte[length]);
        VerifiedData data = scene.showing(
                record -> record.toBuilder().hash(null).checksum(null).build());

        assertThat(data.download(image, file(), STRICT.keepPart().acceptUnverified())
                        .verification())
                .isEqualTo(Verification.NO_HASH);
        assertWhole(file());
        assertThat(files()).containsExactly("image", "image.part");
    }

    @Test
    void wrongDataIsNeverKept() throws IOException {
        VerifiedData data = faulty(List.of(FaultyDownloads.flip(77)));

        assertThatThrownBy(() -> data.download(image, file(), STRICT.keepPart()))
                .isInstanceOf(ImageDataMismatchException.class)
                .hasMessageContaining("nothing is left of it on disk");
        assertThat(files()).isEmpty();
    }

    @Test
    void twoDownloadsDoNotShareAPart() throws IOException {
        Path part = directory.resolve("image.part");
        try (FileChannel other = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> scene.data().download(image, file(), STRICT.keepPart()))
                    .isInstanceOf(ImageDataTargetException.class)
                    .hasMessageContaining("another download writes to it");
        }
        assertThat(files()).containsExactly("image.part");
    }

    @Test
    void aMismatchNamesBothHashesAndLeavesWhatWasThere() throws IOException {
        Files.writeString(file(), "before");
        VerifiedData data = faulty(List.of(FaultyDownloads.flip(8_000_000)));
        ImageDataMismatchException mismatch = catchThrowableOfType(
                ImageDataMismatchException.class, () -> data.download(image, file(), STRICT.replaceExisting()));
        ImageHash recorded = mismatch.recorded().orElseThrow();

        assertThat(recorded).isEqualTo(scene.image(image).hash());
        assertThat(mismatch)
                .hasMessageContaining(recorded.value())
                .hasMessageContaining(mismatch.found().orElseThrow().value());
        assertThat(mismatch.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(file()).hasContent("before");
        assertThat(files()).containsExactly("image");
    }

    @Test
    void moreThanIsOnRecordIsAMismatch() throws IOException {
        VerifiedData data =
                scene.showing(record -> record.toBuilder().sizeBytes(999_999L).build());

        assertThatThrownBy(() -> data.download(image, file()))
                .isInstanceOf(ImageDataMismatchException.class)
                .hasMessageContaining("has 999999 bytes on record, and more came");
        assertThat(files()).isEmpty();
    }

    private VerifiedData withHash(String algorithm, String value) {
        ImageHash hash = algorithm == null ? null : new ImageHash(algorithm, value);
        return scene.showing(record -> record.toBuilder().hash(hash).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384", "sha3_512", "sha512_256", "md5"})
    void theAlgorithmIsTheOneOnRecord(String algorithm) {
        ImageHash hash = Digests.hash(algorithm, Digests.get(algorithm).digest(DATA));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(withHash(algorithm, hash.value()).download(image, out).hash())
                .isEqualTo(hash);
        assertThatThrownBy(() -> withHash(algorithm, "00").download(image, out))
                .isInstanceOf(ImageDataMismatchException.class);
    }

    @Test
    void md5DoesWhereThereIsNothingElse() throws IOException {
        assertThat(withHash(null, "").download(image, file()).hash())
                .isEqualTo(new ImageHash("md5", scene.image(image).checksum()));
        VerifiedData wrong = scene.showing(
                record -> record.toBuilder().hash(null).checksum("0".repeat(32)).build());
        assertThatThrownBy(() -> wrong.download(image, OutputStream.nullOutputStream()))
                .isInstanceOf(ImageDataMismatchException.class);
    }

    @Test
    void noHashIsAResultForWhoAcceptsIt() throws IOException {
        VerifiedData data = scene.showing(
                record -> record.toBuilder().hash(null).checksum(null).build());
        ImageDataNotVerifiedException refusal =
                catchThrowableOfType(ImageDataNotVerifiedException.class, () -> data.download(image, file()));

        assertThat(refusal).hasMessageContaining("no hash of the data on record");
        assertThatThrownBy(() -> data.download(image).close()).isInstanceOf(ImageDataNotVerifiedException.class);
        assertThat(files()).isEmpty();
        TransferResult result = data.download(image, file(), STRICT.acceptUnverified());
        assertThat(result.verification()).isEqualTo(Verification.NO_HASH);
        assertThat(result.hash()).isEqualTo(scene.image(image).hash());
        assertWhole(file());
    }

    @Test
    void anUnknownAlgorithmIsAResultAndItsMd5IsComparedAllTheSame() {
        UnaryOperator<Image> future =
                record -> record.toBuilder().hash(new ImageHash("sha9", "ab")).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> scene.showing(future).download(image, out))
                .isInstanceOf(ImageDataNotVerifiedException.class);
        assertThat(scene.showing(future)
                        .download(image, out, STRICT.acceptUnverified())
                        .verification())
                .isEqualTo(Verification.UNKNOWN_ALGORITHM);
        VerifiedData wrong = scene.showing(record ->
                future.apply(record).toBuilder().checksum("0".repeat(32)).build());
        assertThatThrownBy(() -> wrong.download(image, out, STRICT.acceptUnverified()))
                .isInstanceOf(ImageDataMismatchException.class);
    }

    @Test
    void dataToReadIsComparedBeforeItsLastBytesAreGiven() throws IOException {
        try (ImageDownload download = scene.data().download(image)) {
            assertThat(download.sizeBytes()).hasValue(DATA.length);
            assertThat(download.stream().readAllBytes()).isEqualTo(DATA);
        }
        ImageId small = scene.holding(Arrays.copyOf(DATA, 100));
        try (ImageDownload download = faulty(List.of(FaultyDownloads.flip(3))).download(small)) {
            byte[] target = new byte[100];
            assertThatThrownBy(() -> download.stream().readNBytes(target, 0, 100))
                    .isInstanceOf(ImageDataMismatchException.class);
        }
    }

    @Test
    void dataToReadThatEndsTooEarlyIsNotTheWhole() throws IOException {
        try (ImageDownload download =
                faulty(List.of(FaultyDownloads.cutAt(400_000, true))).download(image)) {
            assertThatThrownBy(() -> download.stream().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessage("the data ends after 400000 of 1000003 bytes");
        }
    }

    @Test
    void aPartIsThatPart() throws IOException {
        try (ImageDownload part = scene.data().download(image, ByteRange.between(3, 10))) {
            assertThat(part.stream().readAllBytes()).isEqualTo(Arrays.copyOfRange(DATA, 3, 11));
        }
    }

    @Test
    void progressIsToldAtMostTenTimesASecond() {
        DownloadOptions watched = STRICT.progress(progress -> {
            scene.heard.add(progress);
            scene.time.pass(Duration.ofMillis(10));
        });
        VerifiedData data = scene.planted(whole -> new FaultyDownloads(whole, List.of(in -> new InputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                scene.time.pass(Duration.ofMillis(30));
                return in.read(bytes, offset, Math.min(length, 10_000));
            }
        })));
        data.download(image, OutputStream.nullOutputStream(), watched);

        assertThat(scene.heard.get(0).bytes()).isZero();
        assertThat(scene.heard).hasSizeBetween(20, 40);
        TransferProgress last = scene.heard.get(scene.heard.size() - 1);
        assertThat(last.bytes()).isEqualTo(DATA.length);
        assertThat(last.totalBytes()).hasValue(DATA.length);
        assertThat(last.bytesPerSecond()).isBetween(200_000.0, 340_000.0);
        assertThat(scene.heard).extracting(TransferProgress::imageId).containsOnly(image);
    }

    @Test
    void aListenerThatFailsIsToldNoMoreAndHarmsNothing() {
        AtomicInteger told = new AtomicInteger();
        DownloadOptions failing = STRICT.progress(progress -> {
            told.incrementAndGet();
            throw new IllegalStateException("a fault");
        });
        TransferResult result = scene.data().download(image, OutputStream.nullOutputStream(), failing);

        assertThat(result.isVerified()).isTrue();
        assertThat(result.listenerFailure()).containsInstanceOf(IllegalStateException.class);
        assertThat(told).hasValue(1);
    }

    @Test
    void aStreamThatFailsIsAFailureOfTheTarget() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> scene.data().download(image, full))
                .isInstanceOf(ImageDataTargetException.class)
                .hasMessageContaining("no space left", "0 bytes have been written");
        assertThatThrownBy(() -> scene.data().download(image, Channels.newChannel(full)))
                .isInstanceOf(ImageDataTargetException.class);
    }

    @Test
    void aDeadlineEndsItWithNothingLeft() throws IOException {
        VerifiedData data =
                scene.client(scene.owner()).within(Duration.ofSeconds(1)).data();
        DownloadOptions slow = STRICT.progress(progress -> scene.time.pass(Duration.ofSeconds(2)));

        assertThatThrownBy(() -> data.download(image, file(), slow)).isInstanceOf(DeadlineExceededException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void aDeadlineEndsTheReadingOfWhatIsKept() throws IOException {
        Files.write(directory.resolve("image.part"), DATA);
        ImageClient late = scene.client(Planted.record(scene.owner(), record -> {
            scene.time.pass(Duration.ofSeconds(2));
            return record;
        }));

        assertThatThrownBy(() -> late.within(Duration.ofSeconds(1)).data().download(image, file(), STRICT.keepPart()))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("to go on from there");
        assertThat(files()).containsExactly("image.part");
    }

    @Test
    void anInterruptEndsItWithNothingLeft() throws IOException {
        DownloadOptions interrupting =
                STRICT.progress(progress -> Thread.currentThread().interrupt());

        assertThatThrownBy(() -> scene.data().download(image, file(), interrupting))
                .isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void anInterruptWhileTheFileIsWrittenIsTheCallsInterrupt() throws IOException {
        VerifiedData data = faulty(List.of(in -> new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("bytes are not asked for one by one");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.readNBytes(bytes, offset, length);
                Thread.currentThread().interrupt();
                return count;
            }
        }));

        assertThatThrownBy(() -> data.download(image, file()))
                .isInstanceOf(CallInterruptedException.class)
                .hasCauseInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void anInterruptEndsThePauseBeforeItGoesOn() throws IOException {
        VerifiedData data = faulty(List.of(in -> {
            Thread.currentThread().interrupt();
            return FaultyDownloads.cutAt(0, false).apply(in);
        }));
        assertThatThrownBy(() -> data.download(image, OutputStream.nullOutputStream()))
                .isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
