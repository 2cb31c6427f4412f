package org.glance4j.feign.keystone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long a token lives: the difference of two times that the service's own clock gave, so that this machine's clock need not
 * be right.
 *
 * @param life the time; none or less for a token that has expired already
 */
record TokenLife(Duration life) {
    /** A token is renewed this long before it expires, or after nine tenths of a short life. */
    private static final Duration AHEAD = Duration.ofSeconds(60);

    /** A service that does not say how long a token lives is asked again after this time. */
    private static final TokenLife UNKNOWN = new TokenLife(Duration.ofMinutes(5));

    /** No process lives longer, and the ticker's nanoseconds hold no more than some 292 years. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /**
     * Returns the life between two times.
     *
     * @param issued when the token was issued; empty where that is not said
     * @param date the answer's {@code Date} header, which says it nearly as well; null where there is none
     * @param expires when the token expires
     */
    static TokenLife between(String issued, @Nullable String date, String expires) {
        Instant end = time(expires);
        Instant begin = time(issued);
        if (begin == null && date != null) {
            begin = httpDate(date);
        }
        if (begin == null || end == null) {
            return UNKNOWN;
        }
        Duration life = Duration.between(begin, end);
        return new TokenLife(life.compareTo(LONGEST) > 0 ? LONGEST : life);
    }

    /** Returns how long to use the token. */
    long renewAfterNanos() {
        if (life.isNegative()) {
            return 0;
        }
        Duration margin = life.dividedBy(10);
        return life.minus(margin.compareTo(AHEAD) < 0 ? margin : AHEAD).toNanos();
    }

    /** Reads a time in UTC unless it says otherwise; null for what is no time. */
    private static @Nullable Instant time(String text) {
        try {
            TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // Absent or in another form: the assumed life holds.
            return null;
        }
    }

    private static @Nullable Instant httpDate(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
