package org.glance4j.inmemory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Asks before each read whether it may go on. Not safe for use by several threads. */
final class WatchedStream extends FilterInputStream {
    private final Runnable watch;

    WatchedStream(InputStream in, Runnable watch) {
        super(in);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        watch.run();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        watch.run();
        return super.read(target, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        watch.run();
        return super.skip(count);
    }
}
