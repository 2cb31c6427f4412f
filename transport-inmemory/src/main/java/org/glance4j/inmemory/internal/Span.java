package org.glance4j.inmemory.internal;

import java.math.BigInteger;
import java.util.Optional;
import org.glance4j.model.ByteRange;

/**
 * The part of some data that a byte range asks for. A range may name any number, so it is read without a limit.
 *
 * <p>Source: {@code glance/common/wsgi.py} (get_range_from_request), 25.1.0.
 *
 * @param first the first byte's offset
 * @param length how many bytes
 */
record Span(long first, long length) {

    static Span all(long size) {
        return new Span(0, size);
    }

    /** Returns the part, empty where the range lies outside data of this size or is turned round. */
    static Optional<Span> of(ByteRange range, long size) {
        String header = range.header();
        int dash = header.indexOf('-');
        BigInteger end = BigInteger.valueOf(size);
        if (dash == 0) {
            long count = new BigInteger(header.substring(1)).min(end).longValue();
            return count == 0 ? Optional.empty() : Optional.of(new Span(size - count, count));
        }
        BigInteger first = new BigInteger(header.substring(0, dash));
        BigInteger last = dash + 1 == header.length() ? end : new BigInteger(header.substring(dash + 1));
        if (first.compareTo(end) >= 0 || last.compareTo(first) < 0) {
            return Optional.empty();
        }
        long length = last.add(BigInteger.ONE).min(end).longValue() - first.longValue();
        return Optional.of(new Span(first.longValue(), length));
    }
}
