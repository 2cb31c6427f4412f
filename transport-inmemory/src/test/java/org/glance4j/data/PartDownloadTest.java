package org.glance4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageDataNotVerifiedException;
import org.glance4j.error.ImageDataTargetException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.RangeNotSatisfiableException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads of a part of the data, which have no hash to be compared with. */
@Timeout(60)
class PartDownloadTest {
    private static final byte[] DATA = new byte[700_001];
    private static final DownloadOptions ANY = DownloadOptions.defaults().acceptUnverified();

    static {
        new Random(7).nextBytes(DATA);
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
        return directory.resolve("part");
    }

    private VerifiedData faulty(List<UnaryOperator<InputStream>> faults) {
        return scene.planted(whole -> {
            if (planted.isEmpty()) {
                planted.add(new FaultyDownloads(whole, faults));
            }
            return planted.get(0);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0-0, 0, 1",
        "3-10, 3, 11",
        "600000-, 600000, 700001",
        "700000-800000, 700000, 700001",
        "5-99999999999999999999999, 5, 700001",
        "-1, 700000, 700001",
        "-800000, 0, 700001",
        "0-, 0, 700001"
    })
    void thePartArrivesWithItsLengthAndItsHash(String range, int from, int to) throws IOException {
        byte[] part = Arrays.copyOfRange(DATA, from, to);
        TransferResult result = scene.data().download(image, new ByteRange(range), file(), ANY);

        assertThat(result)
                .isEqualTo(new TransferResult(
                        image,
                        part.length,
                        Digests.hash("sha512", Digests.get("sha512").digest(part)),
                        Verification.PART,
                        null));
        assertThat(result.isVerified()).isFalse();
        assertThat(file()).hasBinaryContent(part);
        assertThat(directory).isDirectoryContaining(found -> found.equals(file()));
    }

    @Test
    void streamsAndChannelsAreWrittenToo() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ByteArrayOutputStream channel = new ByteArrayOutputStream();

        assertThat(scene.data()
                        .download(image, ByteRange.between(3, 10), stream, ANY.progress(scene.heard::add))
                        .sizeBytes())
                .isEqualTo(8);
        assertThat(scene.data()
                        .download(image, ByteRange.between(3, 10), Channels.newChannel(channel), ANY)
                        .sizeBytes())
                .isEqualTo(8);
        assertThat(stream.toByteArray()).isEqualTo(Arrays.copyOfRange(DATA, 3, 11));
        assertThat(channel.toByteArray()).isEqualTo(stream.toByteArray());
        assertThat(scene.heard)
                .extracting(TransferProgress::totalBytes)
                .allSatisfy(total -> assertThat(total).hasValue(8));
    }

    @Test
    void whoDoesNotAcceptItGetsNothingAndNothingIsAsked() {
        ImageDataNotVerifiedException refusal = catchThrowableOfType(
                ImageDataNotVerifiedException.class,
                () -> scene.data().download(ImageId.of("none"), ByteRange.from(3), file(), DownloadOptions.defaults()));

        assertThat(refusal)
                .hasMessageContaining("a part of the data has no hash on record: accept that in the options");
        assertThat(refusal.effect()).isEqualTo(Effect.NOT_SENT);
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "100-600099, 300100-600099, 600090-600099",
        "-600000, 400001-700000, 699991-700000",
        "50-, 300050-700000, 600040-700000"
    })
    void aPartThatIsCutGoesOnWhereItWas(String range, String second, String third) throws IOException {
        VerifiedData data =
                faulty(List.of(FaultyDownloads.cutAt(300_000, false), FaultyDownloads.cutAt(299_990, true)));
        TransferResult result = data.download(image, new ByteRange(range), file(), ANY);

        assertThat(planted.get(0).ranges()).containsExactly(range, second, third);
        Part part = Part.of(new ByteRange(range), DATA.length);
        int from = (int) part.first();
        assertThat(result.sizeBytes()).isEqualTo(part.sizeBytes());
        assertThat(file()).hasBinaryContent(Arrays.copyOfRange(DATA, from, from + (int) part.sizeBytes()));
    }

    @Test
    void aPartThatStaysTooShortIsNoFile() throws IOException {
        VerifiedData data = faulty(Collections.nCopies(9, FaultyDownloads.cutAt(0, true)));

        assertThatThrownBy(() -> data.download(image, ByteRange.between(3, 10), file(), ANY.keepPart()))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("0 of 8 bytes came");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void ofAPartThatIsCutForGoodNothingIsKept() throws IOException {
        List<UnaryOperator<InputStream>> cuts = new ArrayList<>(List.of(FaultyDownloads.cutAt(300_000, false)));
        cuts.addAll(Collections.nCopies(9, FaultyDownloads.cutAt(0, true)));
        VerifiedData data = faulty(cuts);

        assertThatThrownBy(() -> data.download(image, ByteRange.between(100, 600_099), file(), ANY.keepPart()))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("300000 of 600000 bytes came")
                .hasMessageContaining("nothing is left of it on disk");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPartThatIsTooLongIsNoFile() {
        VerifiedData data =
                faulty(List.of(in -> new SequenceInputStream(in, new ByteArrayInputStream(new byte[] {1}))));

        assertThatThrownBy(() -> data.download(image, ByteRange.between(3, 10), file(), ANY))
                .isInstanceOf(ImageDataMismatchException.class)
                .hasMessageContaining("the part has 8 bytes, and more came");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatAnotherDownloadKeptIsNoBeginningOfAPart() throws IOException {
        Files.write(directory.resolve("part.part"), new byte[] {9, 9, 9});

        assertThat(scene.data()
                        .download(image, ByteRange.between(3, 10), file(), ANY.keepPart())
                        .sizeBytes())
                .isEqualTo(8);
        assertThat(file()).hasBinaryContent(Arrays.copyOfRange(DATA, 3, 11));
        assertThat(directory.resolve("part.part")).hasBinaryContent(new byte[] {9, 9, 9});
    }

    @Test
    void refusalsAreThoseOfTheService() {
        ByteRange range = ByteRange.from(DATA.length);

        assertThatThrownBy(() -> scene.data().download(image, range, file(), ANY))
                .isInstanceOf(RangeNotSatisfiableException.class);
        assertThatThrownBy(() -> scene.data().download(scene.queued(), range, file(), ANY))
                .isInstanceOf(NoImageDataException.class);
        assertThatThrownBy(() -> scene.data().download(ImageId.of("none"), range, file(), ANY))
                .isInstanceOf(ImageNotFoundException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aRecordWithoutALengthTellsNoPartsLength() {
        VerifiedData data =
                scene.showing(record -> record.toBuilder().sizeBytes(null).build());

        assertThatThrownBy(() -> data.download(image, ByteRange.between(3, 10), file(), ANY))
                .isInstanceOf(ImageDataNotVerifiedException.class)
                .hasMessageContaining("the record does not say how long the data is");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhereTheOptionsSaySo() throws IOException {
        Files.writeString(file(), "before");

        assertThatThrownBy(() -> scene.data().download(image, ByteRange.last(2), file(), ANY))
                .isInstanceOf(ImageDataTargetException.class);
        assertThat(file()).hasContent("before");
        TransferResult unused = scene.data().download(image, ByteRange.last(2), file(), ANY.replaceExisting());
        assertThat(file()).hasBinaryContent(Arrays.copyOfRange(DATA, DATA.length - 2, DATA.length));
    }
}
