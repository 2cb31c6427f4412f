package org.glance4j.inmemory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off behind so many bytes, also where it ends there. For use by one thread. */
final class CutStream extends FilterInputStream {
    private final Break ending;
    private long left;

    /** Throws what a broken stream throws. */
    @FunctionalInterface
    interface Break {
        void happen() throws IOException;
    }

    CutStream(InputStream in, long bytes, Break ending) {
        super(in);
        this.left = bytes;
        this.ending = ending;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = left == 0 ? -1 : super.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            ending.happen();
        }
        left -= Math.max(0, count);
        return count;
    }

    /** Bytes that are skipped would not be counted. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.max(0, Math.min(count, 8192))]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
