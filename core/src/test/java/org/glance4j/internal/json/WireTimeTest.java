package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTimeTest {

    private static @Nullable Instant read(String text) {
        char[] padded = ("##" + text + "##").toCharArray();
        return WireTime.read(padded, 2, text.length());
    }

    @Test
    void theFixedFormIsReadAsTheGeneralReaderDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(0, 253_402_300_800L));
            assertThat(read(WireTime.write(time))).as("seed %d", seed).isEqualTo(time);
        }
    }

    @Test
    void fractionsAreReadAsTheGeneralReaderDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(0, 253_402_300_800L));
            int digits = random.nextInt(1, 10);
            String text = "%s.%0" + digits + "d";
            text = text.formatted(WireTime.write(time).replace("Z", ""), random.nextInt((int) Math.pow(10, digits)));
            Instant wanted = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            assertThat(read(text)).as("seed %d", seed).isEqualTo(wanted);
            assertThat(read(text + "Z")).as("seed %d", seed).isEqualTo(wanted);
        }
    }

    @Test
    void otherFormsOfTheSameInstantAreRead() {
        Instant time = Instant.parse("2026-11-23T12:54:47Z");
        assertThat(List.of(
                        "2026-11-23T12:54:47Z",
                        "2026-11-23T12:54:47",
                        "2026-11-23T12:54:47.000000",
                        "2026-11-23 12:54:47",
                        "2026-11-23T13:54:47+01:00",
                        "2026-11-23T12:54:47.000Z",
                        " 2026-11-23T12:54:47Z"))
                .allSatisfy(text -> assertThat(read(text)).isEqualTo(time));
        assertThat(read("2026-11-23T12:54:47.123456")).isEqualTo(time.plusNanos(123_456_000));
    }

    @Test
    void whatIsNoTimeIsNull() {
        assertThat(List.of(
                        "",
                        "now",
                        "2026-13-01T00:00:00Z",
                        "2026-02-29T00:00:00Z",
                        "2026-01-01T24:00:00Z",
                        "2026-01-01T23:00:00.1234567890",
                        "2026-01-01T23:00:00.5ZZ",
                        "2026-01-01T23:00:00.5x",
                        "2026-01-01"))
                .allSatisfy(text -> assertThat(read(text)).isNull());
        assertThat(read("2024-02-29T23:59:59Z")).isEqualTo(Instant.parse("2024-02-29T23:59:59Z"));
    }
}
