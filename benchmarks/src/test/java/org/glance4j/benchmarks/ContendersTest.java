package org.glance4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
            contender.upload(InputStream.nullInputStream(), 0);
            contender.upload(new ByteArrayInputStream(new byte[BYTES]), BYTES);
            contender.download(BYTES, data -> assertThat(data.readAllBytes()).hasSize(BYTES));
        }
    }
}
