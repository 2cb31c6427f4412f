package org.glance4j.inmemory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image is described by is what it holds. */
class ImageRecordTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final StoreId FAST = StoreId.of("fast");
    private static final StoreId SLOW = StoreId.of("slow");

    @TempDir
    private Path directory;

    private final ImageRecord image = new ImageRecord(
            Image.builder(ImageId.of("i"), ImageStatus.QUEUED, NOW)
                    .visibilityWord("shared")
                    .build(),
            NOW);

    private static StoredData data(DataStore store, int... bytes) throws IOException {
        try (DataWriter writer = store.writer()) {
            for (int each : bytes) {
                writer.write(new byte[] {(byte) each}, 0, 1);
            }
            return writer.finish();
        }
    }

    private byte[] held() throws IOException {
        StoredData data = image.data();
        assertThat(data).isNotNull();
        try (InputStream in = data.open(0, data.size())) {
            return in.readAllBytes();
        }
    }

    @Test
    void otherDataTakesTheNewDescriptionsPlace() throws IOException {
        try (DataStore store = new DataStore(directory, 100)) {
            image.hold(data(store, 1, 2, 3), FAST, NOW);
            image.hold(data(store, 4, 5), SLOW, NOW);
            assertThat(image.image().sizeBytes()).isEqualTo(2);
            assertThat(held()).containsExactly(4, 5);
            assertThat(image.holding()).containsExactly(SLOW);
        }
    }

    @Test
    void aStoreHoldsTheSameDataOnce() throws IOException {
        try (DataStore store = new DataStore(directory, 100)) {
            StoredData data = data(store, 1, 2, 3);
            image.hold(data, FAST, NOW);
            image.hold(data, FAST, NOW);
            image.hold(data, SLOW, NOW);
            assertThat(image.holding()).containsExactly(FAST, SLOW);
            image.leave(List.of(FAST), NOW);
            assertThat(image.holding()).containsExactly(SLOW);
            assertThat(held()).containsExactly(1, 2, 3);
            image.leave(List.of(SLOW), NOW);
            assertThat(image.data()).isNull();
            assertThat(image.image().checksum()).isNull();
        }
    }

    @Test
    void noStatusIsTakenThatMayNotFollow() {
        assertThatThrownBy(() -> image.changeStatus(ImageStatus.DEACTIVATED, NOW))
                .isInstanceOf(IllegalStateException.class);
    }
}
