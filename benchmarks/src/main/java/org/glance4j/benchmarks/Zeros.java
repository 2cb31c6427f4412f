package org.glance4j.benchmarks;

import java.io.InputStream;

/** So many bytes of zero, at no cost to who reads into arrays that hold nothing else. */
final class Zeros extends InputStream {
    private long left;

    Zeros(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left == 0 && length > 0) {
            return -1;
        }
        int n = (int) Math.min(left, length);
        left -= n;
        return n;
    }
}
