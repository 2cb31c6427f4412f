package org.glance4j.inmemory.http;

import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.glance4j.transport.ImageData;

/**
 * As much nothing as wanted, for an image whose size matters and whose content does not.
 *
 * @param size how many bytes
 */
record Zeros(long size) implements ImageData {

    @Override
    public InputStream open() {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                if (left == 0) {
                    return -1;
                }
                left--;
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                if (left == 0) {
                    return -1;
                }
                int count = (int) Math.min(length, left);
                Arrays.fill(buffer, offset, offset + count, (byte) 0);
                left -= count;
                return count;
            }
        };
    }

    @Override
    public OptionalLong sizeBytes() {
        return OptionalLong.of(size);
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
