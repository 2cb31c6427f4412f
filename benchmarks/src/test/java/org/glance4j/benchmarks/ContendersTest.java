package org.glance4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.benchmarks.server.Answers;
import org.glance4j.error.ImageDataMismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides do every work, so that a benchmark that is seldom run does not rot. */
class ContendersTest {
    private static final int BYTES = 1 << 20;

    @ParameterizedTest
    @EnumSource
    void bothSidesDoTheSameWork(Side side) throws IOException {
        try (ServerProcess server = ServerProcess.start();
                Contender contender = side.connect(server.endpoint())) {
            for (Work work : Work.values()) {
                work.once(contender);
            }
            String[] member = {Work.IMAGE_ID, Work.MEMBER_ID, "accepted", "2026-11-23T12:54:47Z", "2026-11-23T12:54:48Z"
            };
            assertThat(String.valueOf(contender.getMember())).contains(member);
            assertThat(String.valueOf(contender.updateStatus())).contains(member);
            assertThat(String.valueOf(contender.getImage())).contains(Work.IMAGE_ID, "active", "lts");
            assertThat(String.valueOf(contender.updateImage())).contains(Work.IMAGE_ID);
            assertThat(String.valueOf(contender.getNamespace())).contains(Answers.NAMESPACE, "hw_19", "virtio");
            List<String> images = new ArrayList<>();
            contender.walk(image -> images.add(String.valueOf(image)));
            assertThat(images.get(7))
                    .contains(Answers.imageId(7), "debian-12-7", "active", "2026-11-23T12:54:46Z", "lts");
            contender.upload(InputStream.nullInputStream(), 0);
            contender.upload(new ByteArrayInputStream(new byte[BYTES]), BYTES);
            contender.download(BYTES, data -> assertThat(data.readAllBytes()).hasSize(BYTES));
        }
    }

    @Test
    void verifiedDataIsWhatTheServerHasOnRecord() throws IOException {
        try (ServerProcess server = ServerProcess.start();
                OverGlance4j ours = (OverGlance4j) Side.OURS.connect(server.endpoint())) {
            assertThat(ours.recorded(BYTES)).isEqualTo(BYTES);
            assertThat(ours.uploadVerified(new Zeros(BYTES), BYTES).isVerified())
                    .isTrue();
            assertThat(ours.downloadVerified(BYTES).isVerified()).isTrue();
            assertThatThrownBy(() -> ours.uploadVerified(new ByteArrayInputStream("one byte".getBytes(UTF_8)), 8))
                    .isInstanceOf(ImageDataMismatchException.class);
        }
    }
}
