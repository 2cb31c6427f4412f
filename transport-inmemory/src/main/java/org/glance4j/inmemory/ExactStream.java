package org.glance4j.inmemory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where a source gives more or fewer bytes than it said. Not safe for use by several threads. */
final class ExactStream extends FilterInputStream {
    private final long size;
    private long count;

    ExactStream(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        account(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        account(read);
        return read;
    }

    private void account(int read) throws IOException {
        if (read < 0 && count < size) {
            throw new IOException("it ends after " + count + " bytes, and was to have " + size);
        }
        count += Math.max(read, 0);
        if (count > size) {
            throw new IOException("it goes on after the " + size + " bytes that it was to have");
        }
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
