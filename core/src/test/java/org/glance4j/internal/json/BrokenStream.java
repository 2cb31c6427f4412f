package org.glance4j.internal.json;

import java.io.IOException;
import java.io.InputStream;

/** A stream that fails at its first read. */
final class BrokenStream extends InputStream {
    private final IOException failure;

    BrokenStream(IOException failure) {
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        throw failure;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        throw failure;
    }
}
