package org.glance4j.inmemory.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.model.ByteRange;

/**
 * A part of the data, as {@code Range} or, in Glance, a request's {@code Content-Range} asks for it.
 *
 * @param first its first byte
 * @param last its last byte
 * @param total the length of the whole
 */
record RangeHeader(long first, long last, long total) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18}-[0-9]{1,18})/([0-9]{1,18}|\\*)");

    /** Returns the range asked for in the form that {@code Range} has; junk where it cannot be understood. */
    static Optional<String> of(WireRequest request) {
        Optional<String> range = request.header("Range");
        if (range.isPresent()) {
            return range;
        }
        return request.header("Content-Range").map(text -> {
            Matcher matcher = CONTENT_RANGE.matcher(text.strip());
            return matcher.matches() ? "bytes=" + matcher.group(1) : text;
        });
    }

    static RangeHeader parse(String text, long total) {
        String range = text.strip().toLowerCase(Locale.ROOT);
        if (range.startsWith("bytes=") && range.indexOf(',') > 0) {
            throw RefusedRequest.badRequest("Requests with multiple ranges are not supported in Glance. You may make"
                    + " multiple single-range requests instead.");
        }
        Matcher matcher = FORM.matcher(range.replace(" ", ""));
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            throw unsatisfiable("");
        }
        long first;
        long last = total - 1;
        if (matcher.group(1).isEmpty()) {
            first = Math.max(0, total - Long.parseLong(matcher.group(2)));
        } else {
            first = Long.parseLong(matcher.group(1));
            if (!matcher.group(2).isEmpty()) {
                last = Math.min(last, Long.parseLong(matcher.group(2)));
            }
        }
        if (first >= total) {
            throw unsatisfiable(
                    " Invalid start position in Range header. Start position MUST be in the inclusive range [0, "
                            + (total - 1) + "].");
        }
        if (last < first) {
            throw unsatisfiable("");
        }
        return new RangeHeader(first, last, total);
    }

    ByteRange asked() {
        return ByteRange.between(first, last);
    }

    private static RefusedRequest unsatisfiable(String detail) {
        return new RefusedRequest(416, "The Range requested is not available." + detail);
    }
}
