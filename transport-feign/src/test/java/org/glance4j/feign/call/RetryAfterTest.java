package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.glance4j.feign.http.Planned;
import org.glance4j.feign.http.RefusedAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may write into {@code Retry-After}. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

    private static Optional<Duration> read(String retryAfter, @Nullable String date) {
        RefusedAnswer answer = Planned.refused(503, retryAfter, date);
        return RetryAfter.of(answer, () -> NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "' 120 ', 120", "00030, 30", "999999999999999999, 315360000"})
    void secondsAreTaken(String text, long seconds) {
        assertThat(read(text, null)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:50:07 GMT",
                "Sun Nov  6 08:50:07 1994",
            })
    void aDateIsTakenAgainstTheAnswersOwn(String text) {
        assertThat(read(text, "Sun, 06 Nov 1994 08:50:00 GMT")).contains(Duration.ofSeconds(7));
        assertThat(read(text, null)).contains(Duration.ofSeconds(30));
        assertThat(read(text, "yesterday")).contains(Duration.ofSeconds(30));
    }

    @Test
    void anOldDateHasTwoDigitsForItsYear() {
        assertThat(read("Sunday, 06-Nov-33 08:50:07 GMT", "Sun, 06 Nov 2033 08:50:00 GMT"))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void aDateThatHasPassedIsNow() {
        assertThat(read("Sun, 06 Nov 1994 08:49:00 GMT", null)).contains(Duration.ZERO);
    }

    @Test
    void aDateFarAwayDoesNotOverflow() {
        assertThat(read("Fri, 31 Dec 9999 23:59:59 GMT", null)).contains(Duration.ofDays(3650));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1.5", "1e3", "9999999999999999999", "Mon, 06 Nov 1994 08:50:07 GMT", "٣"})
    void whatIsNeitherSaysNothing(String text) {
        assertThat(read(text, null)).isEmpty();
    }
}
