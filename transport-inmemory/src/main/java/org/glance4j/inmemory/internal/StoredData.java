package org.glance4j.inmemory.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One image's data, complete and unchanging. It is counted who holds it: the image, and every download of it; the last one
 * to release it gives its place back, so that a download outlives the image. Safe for use by several threads: this object
 * guards the count.
 */
final class StoredData {
    private final DataStore store;
    private final long size;
    private final String md5;
    private final String sha512;
    private final List<byte[]> chunks;
    private final @Nullable Path file;
    private int holders = 1;

    private StoredData(DataStore store, long size, DataHashes hashes, List<byte[]> chunks, @Nullable Path file) {
        this.store = store;
        this.size = size;
        this.md5 = hashes.md5();
        this.sha512 = hashes.sha512();
        this.chunks = chunks;
        this.file = file;
    }

    static StoredData inHeap(DataStore store, long size, DataHashes hashes, List<byte[]> chunks) {
        return new StoredData(store, size, hashes, chunks, null);
    }

    static StoredData inFile(DataStore store, long size, DataHashes hashes, @Nullable Path file) {
        return new StoredData(store, size, hashes, List.of(), requireNonNull(file, "file"));
    }

    long size() {
        return size;
    }

    String md5() {
        return md5;
    }

    String sha512() {
        return sha512;
    }

    /** Adds a holder. Whoever calls this knows that another one holds the data meanwhile. */
    synchronized StoredData retain() {
        if (holders == 0) {
            throw new IllegalStateException("the data is gone");
        }
        holders++;
        return this;
    }

    synchronized void release() {
        holders--;
        if (holders == 0) {
            if (file != null) {
                store.delete(file);
            }
            chunks.forEach(chunk -> store.free(chunk.length));
        }
    }

    /** Returns a part of the data, for a caller that holds it until the stream is closed. */
    InputStream open(long first, long length) throws IOException {
        if (file == null) {
            return new ChunkStream(chunks, first, length);
        }
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(first);
            return new BoundedStream(in, length);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
