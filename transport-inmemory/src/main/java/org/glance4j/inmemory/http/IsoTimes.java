package org.glance4j.inmemory.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times in a query, in the forms of ISO 8601 that Glance takes: from the year alone to fractions of a second, with a zone or,
 * in UTC, without.
 */
final class IsoTimes {
    private static final String MONTH = "(?:-(?<month>\\d{1,2})|(?<compactMonth>\\d{2})(?!$))";
    private static final String DAY = "(?:-(?<day>\\d{1,2})|(?<compactDay>\\d{2}))";
    private static final String TIME = "[ T](?<hour>\\d{2})(?::?(?<minute>\\d{2}))?"
            + "(?::?(?<second>\\d{1,2})(?:[.,](?<fraction>\\d+))?)?(?<zone>Z|[-+]\\d{2}:?(?:\\d{2})?)?";
    private static final Pattern FORM =
            Pattern.compile("(?<year>\\d{4})(?:" + MONTH + "(?:" + DAY + "(?:" + TIME + ")?)?)?");
    private static final int MICROSECONDS = 6;

    private IsoTimes() {}

    /** Returns the time that a text is; empty for any other text, and for what is in no calendar. */
    static Optional<Instant> find(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? find(parts) : Optional.empty();
    }

    private static Optional<Instant> find(Matcher parts) {
        try {
            if (number(parts.group("year"), 0) == 0) {
                return Optional.empty();
            }
            return Optional.of(OffsetDateTime.of(
                            number(parts.group("year"), 0),
                            number(parts.group("month"), number(parts.group("compactMonth"), 1)),
                            number(parts.group("day"), number(parts.group("compactDay"), 1)),
                            number(parts.group("hour"), 0),
                            number(parts.group("minute"), 0),
                            number(parts.group("second"), 0),
                            nanoseconds(parts.group("fraction")),
                            ZoneOffset.UTC)
                    .toInstant()
                    .minusSeconds(offset(parts.group("zone"))));
        } catch (DateTimeException inNoCalendar) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }

    private static int nanoseconds(@Nullable String fraction) {
        return fraction == null
                ? 0
                : new BigDecimal("0." + fraction)
                        .setScale(MICROSECONDS, RoundingMode.DOWN)
                        .movePointRight(9)
                        .intValueExact();
    }

    /** Zones may be a day off, which Java's offsets may not. */
    private static int offset(@Nullable String zone) {
        if (zone == null || zone.equals("Z")) {
            return 0;
        }
        String digits = zone.substring(1).replace(":", "");
        int minutes = 60 * Integer.parseInt(digits.substring(0, 2)) + number(rest(digits), 0);
        if (minutes >= 24 * 60) {
            throw new DateTimeException("a zone is less than a day off");
        }
        return (zone.charAt(0) == '-' ? -60 : 60) * minutes;
    }

    private static @Nullable String rest(String digits) {
        return digits.length() > 2 ? digits.substring(2) : null;
    }
}
