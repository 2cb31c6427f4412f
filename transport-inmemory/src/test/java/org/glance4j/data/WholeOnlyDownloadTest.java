package org.glance4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a store that cannot read at random, so that the service refuses each range. */
@Timeout(60)
class WholeOnlyDownloadTest {
    private static final byte[] DATA = new byte[700_001];
    private static final DownloadOptions KEEPING = DownloadOptions.defaults().keepPart();
    private static final DownloadOptions ANY = DownloadOptions.defaults().acceptUnverified();
    private static final String REFUSAL = "Getting images randomly from this store is not supported";

    static {
        new Random(11).nextBytes(DATA);
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

    private Path kept() {
        return directory.resolve("image.part");
    }

    private VerifiedData faulty(List<UnaryOperator<InputStream>> faults) {
        return scene.planted(whole -> {
            if (planted.isEmpty()) {
                planted.add(new FaultyDownloads(whole, faults).refusingRanges());
            }
            return planted.get(0);
        });
    }

    private List<String> ranges() {
        return planted.get(0).ranges();
    }

    private void assertWhole() throws IOException {
        assertThat(Arrays.equals(Files.readAllBytes(file()), DATA)).isTrue();
        assertThat(directory).isDirectoryContaining(found -> found.equals(file()));
        assertThat(kept()).doesNotExist();
    }

    @Test
    void aFileThatIsCutIsFetchedFromItsBeginning() throws IOException {
        VerifiedData data =
                faulty(List.of(FaultyDownloads.cutAt(600_000, false), FaultyDownloads.cutAt(300_000, true)));
        TransferResult result = data.download(image, file());

        assertThat(result.verification()).isEqualTo(Verification.VERIFIED);
        assertThat(result.sizeBytes()).isEqualTo(DATA.length);
        assertThat(ranges()).containsExactly("", "600000-", "", "300000-", "");
        assertWhole();
    }

    @Test
    void whatWasKeptIsDroppedAndLocksTheFileOutOfNothing() throws IOException {
        Files.write(kept(), Arrays.copyOf(DATA, 1_000));

        assertThat(faulty(List.of()).download(image, file(), KEEPING).isVerified())
                .isTrue();
        assertThat(ranges()).containsExactly("1000-", "");
        assertWhole();
    }

    @Test
    void aFileIsBegunThreeTimesInAllAndNothingOfItIsKept() {
        VerifiedData data = faulty(Collections.nCopies(9, FaultyDownloads.cutAt(500_000, false)));
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, () -> data.download(image, file(), KEEPING));

        assertThat(failure)
                .hasMessageContaining("500000 of 700001 bytes came")
                .hasMessageContaining("the service gives the rest only with what is before it (" + REFUSAL)
                .hasMessageContaining("it was begun 3 times; nothing is left of it on disk")
                .hasCauseInstanceOf(IOException.class);
        assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(InvalidRequestException.class);
        assertThat(failure.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(ranges()).containsExactly("", "500000-", "", "500000-", "", "500000-");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aStreamThatIsCutIsNotWrittenTwice() {
        for (boolean asChannel : List.of(false, true)) {
            planted.clear();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            VerifiedData data = faulty(List.of(FaultyDownloads.cutAt(500_000, false)));
            ConnectionFailedException failure = catchThrowableOfType(ConnectionFailedException.class, () -> {
                if (asChannel) {
                    TransferResult unused = data.download(image, Channels.newChannel(out));
                } else {
                    TransferResult unused = data.download(image, out);
                }
            });

            assertThat(failure)
                    .hasMessageContaining("download it anew, or to a file")
                    .hasMessageContaining("500000 bytes have been written, which are not all");
            assertThat(ranges()).containsExactly("", "500000-");
            assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(DATA, 500_000));
        }
    }

    @Test
    void aPartIsRefusedWithTheServicesWordsAndWhatToDo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int target = 0; target < 2; target++) {
            VerifiedData data = faulty(List.of());
            boolean toFile = target == 0;
            InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> {
                if (toFile) {
                    TransferResult unused = data.download(image, ByteRange.between(3, 10), file(), ANY.keepPart());
                } else {
                    TransferResult unused = data.download(image, ByteRange.between(3, 10), out, ANY);
                }
            });

            assertThat(refusal)
                    .hasMessageContaining(REFUSAL)
                    .hasMessageContaining("may give no part of its data: download the whole");
            assertThat(refusal.failure().status()).isEqualTo(400);
            assertThat(refusal.effect()).isEqualTo(Effect.NOT_APPLIED);
        }
        assertThat(ranges()).containsExactly("3-10", "3-10");
        assertThat(out.size()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void dataThatCannotBeAskedForIsNoReasonToBeginAnew() throws IOException {
        assertThatThrownBy(() -> scene.planted(whole -> new FaultyDownloads(whole, List.of()).refusingAll())
                        .download(image, file()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(REFUSAL);
        assertThat(directory).isEmptyDirectory();
    }
}
