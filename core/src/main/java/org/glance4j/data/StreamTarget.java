package org.glance4j.data;

import java.io.IOException;
import java.io.OutputStream;

/** A stream of the caller's, which stays open. */
final class StreamTarget implements Target {
    private final OutputStream out;
    private long written;

    StreamTarget(OutputStream out) {
        this.out = out;
    }

    @Override
    public void check() {
        // A stream cannot be asked.
    }

    @Override
    public long begin(Expected expected, SideHash hash, Runnable step) {
        return 0;
    }

    @Override
    public boolean beginsAnew() {
        return false;
    }

    @Override
    public void write(byte[] buffer, int count) throws IOException {
        out.write(buffer, 0, count);
        written += count;
    }

    @Override
    public void complete() throws IOException {
        out.flush();
    }

    @Override
    public String abandon(boolean wrong) {
        return written + " bytes have been written, which are " + (wrong ? "wrong" : "not all");
    }
}
