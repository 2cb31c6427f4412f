package org.glance4j.data;

import java.math.BigInteger;
import org.glance4j.model.ByteRange;

/**
 * A part of an image's data, as it lies in data of the length on record.
 *
 * @param asked the part as it was asked for
 * @param first the offset of its first byte
 * @param sizeBytes how many bytes it has; none where it lies outside the data
 */
record Part(ByteRange asked, long first, long sizeBytes) {

    /** Returns where a part lies in data of a length. */
    static Part of(ByteRange range, long dataBytes) {
        String[] ends = range.header().split("-", -1);
        long from = ends[0].isEmpty() ? Math.max(0, dataBytes - number(ends[1])) : number(ends[0]);
        long last = ends[0].isEmpty() || ends[1].isEmpty() ? Long.MAX_VALUE : number(ends[1]);
        return new Part(range, from, Math.max(0, Math.min(last, dataBytes - 1) - from + 1));
    }

    /** No data is longer than a long can tell. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    /** Returns what to ask for where as many bytes are there. */
    ByteRange behind(long bytes) {
        return bytes == 0 ? asked : ByteRange.between(first + bytes, first + sizeBytes - 1);
    }
}
