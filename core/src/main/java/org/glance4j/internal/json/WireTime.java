package org.glance4j.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the service's times. Its fixed form {@code yyyy-MM-ddTHH:mm:ssZ} is read digit by digit: a general
 * formatter takes three quarters of the memory that decoding a list needs.
 */
final class WireTime {
    private static final int FIXED_LENGTH = 20;
    private static final long SECONDS_A_DAY = 86_400;
    private static final String PATTERN = "0000-00-00T00:00:00Z";

    private static final DateTimeFormatter WHOLE_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private WireTime() {}

    static String write(Instant time) {
        // Instant prints whole seconds without a fraction, in just this form.
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Writes a time to the microsecond and without a zone, as Python does: no fraction where there is none. */
    static String writeFine(Instant time) {
        Instant shown = time.truncatedTo(ChronoUnit.MICROS);
        boolean isWhole = shown.equals(shown.truncatedTo(ChronoUnit.SECONDS));
        return (isWhole ? WHOLE_SECONDS : MICROSECONDS).format(shown.atOffset(ZoneOffset.UTC));
    }

    /** Returns the time that the characters spell; null if they spell none. */
    static @Nullable Instant read(char[] chars, int offset, int length) {
        try {
            return isFixed(chars, offset, length) ? fixed(chars, offset) : lenient(new String(chars, offset, length));
        } catch (DateTimeException e) {
            // A thirtieth of February, say: the caller names the field.
            return null;
        }
    }

    private static boolean isFixed(char[] chars, int offset, int length) {
        if (length != FIXED_LENGTH) {
            return false;
        }
        for (int i = 0; i < FIXED_LENGTH; i++) {
            char wanted = PATTERN.charAt(i);
            char found = chars[offset + i];
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Instant fixed(char[] chars, int offset) {
        int year = two(chars, offset) * 100 + two(chars, offset + 2);
        long day = LocalDate.of(year, two(chars, offset + 5), two(chars, offset + 8))
                .toEpochDay();
        int hour = two(chars, offset + 11);
        int minute = two(chars, offset + 14);
        int second = two(chars, offset + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no time of day");
        }
        return Instant.ofEpochSecond(day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second);
    }

    private static int two(char[] chars, int offset) {
        return (chars[offset] - '0') * 10 + (chars[offset + 1] - '0');
    }

    /** Fractions, offsets, and no zone at all, which is UTC: other servers and proxies write them. */
    private static Instant lenient(String text) {
        TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.trim().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }
}
