package org.glance4j.feign.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glance4j.feign.http.RefusedAnswer;
import org.jspecify.annotations.Nullable;

/** When a service wants to be asked again. Source: RFC 9110, Retry-After, Date and HTTP-date. */
final class RetryAfter {
    /** More than this is as good as never, and adds up without overflow. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * Returns how long the service wants to be left alone. A date is taken against the answer's own, so that neither clock
     * needs to be right.
     *
     * @param refused the answer
     * @param clock what tells the time where the answer does not
     * @return the time, not negative; empty where the answer does not say, or not in a form that can be read
     */
    static Optional<Duration> of(RefusedAnswer refused, InstantSource clock) {
        String value = refused.retryAfter();
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(limited(Duration.ofSeconds(Long.parseLong(text))));
        }
        Instant then = instant(text);
        if (then == null) {
            return Optional.empty();
        }
        String date = refused.date();
        Instant said = date == null ? null : instant(date.strip());
        return Optional.of(limited(Duration.between(said == null ? clock.instant() : said, then)));
    }

    private static Duration limited(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    private static @Nullable Instant instant(String text) {
        for (DateTimeFormatter form : FORMS) {
            Instant instant = instant(text, form);
            if (instant != null) {
                return instant;
            }
        }
        return null;
    }

    private static @Nullable Instant instant(String text, DateTimeFormatter form) {
        try {
            return ZonedDateTime.parse(text, form).toInstant();
        } catch (DateTimeException e) {
            // Another form may fit; a text in none of them is no date.
            return null;
        }
    }
}
