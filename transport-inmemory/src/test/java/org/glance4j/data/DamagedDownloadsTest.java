package org.glance4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.ImageClient;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.testing.Scene;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image of 4 KiB, cut at every byte and with every bit turned over: what comes under the file's name is right, or nothing is. */
class DamagedDownloadsTest {
    private static final int SIZE = 4096;
    private static final byte[] DATA = new byte[SIZE];

    static {
        new SplittableRandom(4096).nextBytes(DATA);
    }

    @TempDir
    private Path directory;

    private final Scene scene = new Scene();
    private ImageId image = ImageId.of("none");

    @BeforeEach
    void upload() {
        image = scene.owner()
                .images()
                .create(NewImage.named("small")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
        scene.owner().data().upload(image, ImageData.of(DATA));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private VerifiedData data(List<UnaryOperator<InputStream>> faults) {
        FaultyDownloads faulty = new FaultyDownloads(scene.owner().data(), faults);
        return ImageClient.builder(Planted.data(scene.owner(), whole -> faulty))
                .pauser(pause -> {})
                .build()
                .data();
    }

    private void assertWhole(Path file) throws IOException {
        assertThat(Arrays.equals(Files.readAllBytes(file), DATA)).isTrue();
        Files.delete(file);
    }

    private void assertNothingThere() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aDownloadThatIsCutOnceAtAnyByteIsCompleted() throws IOException {
        Path file = directory.resolve("image");
        for (int offset = 0; offset <= SIZE; offset++) {
            boolean silently = offset % 2 == 0;
            TransferResult result =
                    data(List.of(FaultyDownloads.cutAt(offset, silently))).download(image, file);
            assertThat(result.verification()).isEqualTo(Verification.VERIFIED);
            assertWhole(file);
        }
        assertNothingThere();
    }

    @Test
    void aDownloadThatIsCutAtAnyByteAndBringsNothingMoreLeavesNothing() throws IOException {
        Path file = directory.resolve("image");
        for (int offset = 0; offset < SIZE; offset++) {
            List<UnaryOperator<InputStream>> cuts = new ArrayList<>(List.of(FaultyDownloads.cutAt(offset, false)));
            cuts.addAll(Collections.nCopies(9, FaultyDownloads.cutAt(0, offset % 2 == 0)));
            ConnectionFailedException failure = catchThrowableOfType(
                    ConnectionFailedException.class, () -> data(cuts).download(image, file));
            assertThat(failure)
                    .hasMessageContaining(offset + " of 4096 bytes came")
                    .hasMessageContaining("nothing is left");
            assertNothingThere();
        }
    }

    @Test
    void anyBitThatIsTurnedOverIsFound() throws IOException {
        Path file = directory.resolve("image");
        for (int bit = 0; bit < 8 * SIZE; bit++) {
            UnaryOperator<InputStream> flip = FaultyDownloads.flip(bit);
            ImageDataMismatchException failure = catchThrowableOfType(
                    ImageDataMismatchException.class, () -> data(List.of(flip)).download(image, file));
            assertThat(failure).as("bit %d", bit).isNotNull();
            assertThat(failure.recorded()).isNotEqualTo(failure.found());
            assertThat(Files.exists(file)).isFalse();
        }
        assertNothingThere();
    }
}
