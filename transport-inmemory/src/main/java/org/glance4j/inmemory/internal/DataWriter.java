package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes an image's data piece by piece: into the heap while the budget lasts, then into a file together with what came
 * before. Ends with {@link #finish} or, whatever happened, {@link #close}, which gives everything back. Not safe for use by
 * several threads.
 */
final class DataWriter implements AutoCloseable {
    private static final int SMALLEST_CHUNK = 1 << 10;
    private static final int LARGEST_CHUNK = 1 << 16;

    private final DataStore store;
    private final DataHashes hashes = new DataHashes();
    private List<byte[]> chunks = new ArrayList<>();
    private int roomInLast;
    private long size;
    private @Nullable Path file;
    private @Nullable OutputStream out;

    DataWriter(DataStore store) {
        this.store = store;
    }

    long size() {
        return size;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        hashes.update(bytes, offset, length);
        size += length;
        int at = offset;
        int left = length;
        while (left > 0 && out == null && hasRoom()) {
            byte[] last = chunks.get(chunks.size() - 1);
            int count = Math.min(left, roomInLast);
            System.arraycopy(bytes, at, last, last.length - roomInLast, count);
            roomInLast -= count;
            at += count;
            left -= count;
        }
        if (left > 0) {
            spilled().write(bytes, at, left);
        }
    }

    /** Chunks grow with the data, so that many small images do not fill the budget with emptiness. */
    private boolean hasRoom() {
        if (roomInLast > 0) {
            return true;
        }
        int wanted = (int) Math.max(SMALLEST_CHUNK, Math.min(size, LARGEST_CHUNK));
        if (!store.reserve(wanted)) {
            return false;
        }
        chunks.add(new byte[wanted]);
        roomInLast = wanted;
        return true;
    }

    private OutputStream spilled() throws IOException {
        if (out == null) {
            file = store.newFile();
            out = Files.newOutputStream(file);
            trimLast();
            for (byte[] chunk : chunks) {
                out.write(chunk);
            }
            freeChunks();
        }
        return out;
    }

    /** Returns the data; this writer holds nothing of it any more. */
    StoredData finish() throws IOException {
        StoredData data;
        if (out != null) {
            out.close();
            out = null;
            data = StoredData.inFile(store, size, hashes, file);
            file = null;
        } else {
            trimLast();
            data = StoredData.inHeap(store, size, hashes, chunks);
            chunks = new ArrayList<>();
        }
        return data;
    }

    @Override
    public void close() throws IOException {
        freeChunks();
        try {
            if (out != null) {
                out.close();
            }
        } finally {
            if (file != null) {
                store.delete(file);
            }
        }
    }

    private void trimLast() {
        if (roomInLast > 0) {
            byte[] last = chunks.remove(chunks.size() - 1);
            chunks.add(Arrays.copyOf(last, last.length - roomInLast));
            store.free(roomInLast);
            roomInLast = 0;
        }
    }

    private void freeChunks() {
        chunks.forEach(chunk -> store.free(chunk.length));
        chunks.clear();
        roomInLast = 0;
    }
}
