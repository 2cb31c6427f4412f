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
 * Reads and writes the service's times. Its two forms, {@code yyyy-MM-ddTHH:mm:ssZ} and, without a zone, {@code
 * yyyy-MM-ddTHH:mm:ss.SSSSSS}, are read digit by digit: a general formatter takes three quarters of the memory that decoding a
 * list needs.
 */
final class WireTime {
    private static final int SECONDS_LENGTH = 19;
    private static final int MOST_DIGITS = 9;
    private static final long SECONDS_A_DAY = 86_400;
    private static final String PATTERN = "0000-00-00T00:00:00";

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
            return isPlain(chars, offset, length)
                    ? plain(chars, offset, length)
                    : lenient(new String(chars, offset, length));
        } catch (DateTimeException e) {
            // A thirtieth of February, say: the caller names the field.
            return null;
        }
    }

    /** Whether the service writes so, whose time zone is always UTC: seconds, then perhaps a fraction, then perhaps a Z. */
    private static boolean isPlain(char[] chars, int offset, int length) {
        if (length < SECONDS_LENGTH) {
            return false;
        }
        for (int i = 0; i < SECONDS_LENGTH; i++) {
            char wanted = PATTERN.charAt(i);
            char found = chars[offset + i];
            if (wanted == '0' ? !isDigit(found) : found != wanted) {
                return false;
            }
        }
        int end = offset + length;
        int at = offset + SECONDS_LENGTH;
        if (at < end && chars[at] == '.') {
            int first = at + 1;
            for (at = first; at < end && isDigit(chars[at]); at++) {}
            if (at == first || at - first > MOST_DIGITS) {
                return false;
            }
        }
        return at == end || (at == end - 1 && chars[at] == 'Z');
    }

    private static boolean isDigit(char found) {
        return found >= '0' && found <= '9';
    }

    private static Instant plain(char[] chars, int offset, int length) {
        int year = two(chars, offset) * 100 + two(chars, offset + 2);
        long day = LocalDate.of(year, two(chars, offset + 5), two(chars, offset + 8))
                .toEpochDay();
        int hour = two(chars, offset + 11);
        int minute = two(chars, offset + 14);
        int second = two(chars, offset + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no time of day");
        }
        return Instant.ofEpochSecond(
                day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second,
                nanos(chars, offset + SECONDS_LENGTH, offset + length));
    }

    private static int nanos(char[] chars, int point, int end) {
        int nanos = 0;
        int at = point + 1;
        for (int digits = 0; digits < MOST_DIGITS; digits++) {
            nanos *= 10;
            if (at < end && isDigit(chars[at])) {
                nanos += chars[at++] - '0';
            }
        }
        return nanos;
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
