package org.glance4j.data;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hashes data beside its transfer, in a thread of its own: a transfer takes a buffer, fills it, hands it over, may still read it,
 * and goes on with the next while this one is hashed. There are eight buffers, so a transfer that is quicker than the hash waits
 * for it; that is a matter of microseconds, since the hash waits for nothing, and so an interrupt ends the transfer at its next
 * step instead. Data of less than one buffer is hashed without a thread. Closing ends the thread. Used by one thread.
 */
final class SideHash implements AutoCloseable {
    static final int BUFFER = 256 << 10;

    private static final int BUFFERS = 8;

    /** Waking the transfer costs the hash as much as some kilobytes, so it is woken for several buffers at once. */
    private static final int BATCH = 4;

    private final MessageDigest digest;
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private int made;
    private @Nullable Thread thread;
    private boolean ended;
    private volatile boolean unwanted;
    private volatile @Nullable Throwable failure;

    SideHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** So many bytes of a buffer; less than none at the end. */
    private static final class Piece {
        private final byte[] buffer;
        private final int count;

        Piece(byte[] buffer, int count) {
            this.buffer = buffer;
            this.count = count;
        }
    }

    /** Returns a buffer that nobody uses. */
    byte[] buffer() {
        byte[] buffer = free.poll();
        if (buffer != null) {
            return buffer;
        }
        if (made < BUFFERS) {
            made++;
            return new byte[BUFFER];
        }
        return taken(free);
    }

    /** Hashes the first bytes of a buffer, which must not be changed or handed over again until {@link #buffer} gives it. */
    void update(byte[] buffer, int count) {
        if (count == BUFFER && thread == null) {
            thread = start();
        }
        if (thread == null) {
            digest.update(buffer, 0, count);
            free.add(buffer);
        } else {
            full.add(new Piece(buffer, count));
        }
    }

    /** Returns the hash of everything that was handed over, and ends the thread. */
    byte[] finish() {
        end();
        Throwable failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the data cannot be hashed: " + failed, failed);
        }
        return digest.digest();
    }

    /** Returns the thread that hashes; null before there is one. */
    @Nullable
    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        unwanted = true;
        end();
    }

    private Thread start() {
        Thread started = new Thread(this::run, "glance4j-hash");
        started.setDaemon(true);
        started.start();
        return started;
    }

    private void run() {
        List<byte[]> done = new ArrayList<>(BATCH);
        for (Piece piece = taken(full); piece.count >= 0; piece = taken(full)) {
            if (failure == null && !unwanted) {
                try {
                    digest.update(piece.buffer, 0, piece.count);
                } catch (Throwable e) {
                    // Whoever asks for the hash is told; until then the buffers have to go round.
                    failure = e;
                }
            }
            done.add(piece.buffer);
            // Where the transfer is the slower of the two, it gets its buffers back one by one.
            if (done.size() == BATCH || full.isEmpty()) {
                free.addAll(done);
                done.clear();
            }
        }
    }

    private void end() {
        Thread running = thread;
        if (running == null || ended) {
            return;
        }
        ended = true;
        full.add(new Piece(new byte[0], -1));
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T taken(BlockingQueue<T> queue) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
