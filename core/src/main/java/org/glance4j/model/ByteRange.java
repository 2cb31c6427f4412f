package org.glance4j.model;

/**
 * A part of an image's data.
 *
 * @param header the range as it stands in the {@code Range} header after {@code bytes=}
 */
public record ByteRange(String header) {

    /** Refuses what is not one of the three forms {@code 3-10}, {@code 3-} and {@code -10}. */
    public ByteRange {
        if (!header.matches("[0-9]+-[0-9]*|-[0-9]+")) {
            throw new IllegalArgumentException("not a byte range: " + header);
        }
    }

    /**
     * Returns the range from one byte to another, both included.
     *
     * @param first the first byte's offset, from 0
     * @param last the last byte's offset; the data's last byte is used where it lies behind the end
     * @return the range
     * @throws IllegalArgumentException if an offset is negative
     */
    public static ByteRange between(long first, long last) {
        return new ByteRange(first + "-" + last);
    }

    /**
     * Returns the range from a byte to the end.
     *
     * @param first the first byte's offset, from 0
     * @return the range
     * @throws IllegalArgumentException if the offset is negative
     */
    public static ByteRange from(long first) {
        return new ByteRange(first + "-");
    }

    /**
     * Returns the range of the last bytes.
     *
     * @param count how many bytes; all where the data is shorter
     * @return the range
     * @throws IllegalArgumentException if the count is negative
     */
    public static ByteRange last(long count) {
        return new ByteRange("-" + count);
    }

    /** Returns the range as it stands in the header. */
    @Override
    public String toString() {
        return header;
    }
}
