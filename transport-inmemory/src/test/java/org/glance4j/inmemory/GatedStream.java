package org.glance4j.inmemory;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Data that stops after its first byte until it is let through. */
final class GatedStream extends InputStream {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private boolean begun;

    /** Returns once the reader waits at the gate. */
    void awaitReader() throws InterruptedException {
        if (!reached.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody reads");
        }
    }

    void letThrough() {
        gate.countDown();
    }

    @Override
    public int read() throws IOException {
        if (!begun) {
            begun = true;
            return 'x';
        }
        reached.countDown();
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IOException("never let through");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int one = read();
        if (one < 0) {
            return -1;
        }
        target[offset] = (byte) one;
        return 1;
    }
}
