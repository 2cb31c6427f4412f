package org.glance4j.inmemory.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the web gives, which is the application's code: whatever it throws is a failure to read it, and that it cannot be closed changes
 * nothing. Not safe for use by several threads.
 */
final class WebStream extends FilterInputStream {
    private static final Logger LOG = LoggerFactory.getLogger(WebStream.class);

    WebStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        try {
            return super.read(target, from, length);
        } catch (IOException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("the web failed: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Bytes that are skipped are read. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.max(0, Math.min(count, 8192))]));
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("what was read from the web cannot be closed", e);
        }
    }
}
