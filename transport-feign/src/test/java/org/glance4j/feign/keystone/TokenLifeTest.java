package org.glance4j.feign.keystone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a token is used, from the times that identity services write. */
class TokenLifeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // Keystone 22; an application credential's own end has no zone there
                "2026-11-25T18:43:00.000000Z, none, 2026-11-25T19:43:00.000000Z, 59m",
                "2026-11-25T18:43:00.000000Z, none, 2026-11-25T18:53:00, 9m",
                // Identity v2.0 and Rackspace; the answer's date stands in for what they do not say
                "2013-11-06T20:06:24.113908, none, 2013-11-07T20:06:24.113908Z, 23h59m",
                "'', 'Mon, 24 Nov 2014 12:05:39 GMT', 2014-11-25T12:05:39.115Z, 23h59m",
                "'', 'Mon, 24 Nov 2014 12:05:39 GMT', 2014-11-24T07:05:39.000-06:00, 59m",
                // ten seconds are left of a short life, and nothing of one that is over
                "2026-11-25T18:43:00Z, none, 2026-11-25T18:44:40Z, 90s",
                "2026-11-25T18:43:00Z, none, 2026-11-25T18:43:00Z, 0s",
                "2026-11-25T18:43:00Z, none, 2026-11-25T18:42:00Z, 0s",
                // what is said in no known form counts as five minutes
                "'', none, 2026-11-25T18:43:00Z, 270s",
                "'', yesterday, 2026-11-25T18:43:00Z, 270s",
                "2026-11-25T18:43:00Z, none, '', 270s",
                "2026-11-25T18:43:00Z, none, never, 270s"
            })
    void aTokenIsUsedUntilShortlyBeforeItsEnd(String issued, String date, String expires, String used) {
        long nanos = TokenLife.between(issued, date, expires).renewAfterNanos();
        assertThat(Duration.ofNanos(nanos).toSeconds())
                .isEqualTo(Duration.parse("PT" + used).toSeconds());
    }

    @Test
    void aLifeWithoutEndFitsTheTicker() {
        long nanos = TokenLife.between("2026-11-25T18:43:00Z", null, "9999-12-31T23:59:59Z")
                .renewAfterNanos();
        assertThat(Duration.ofNanos(nanos)).isGreaterThan(Duration.ofDays(36_000));
    }
}
