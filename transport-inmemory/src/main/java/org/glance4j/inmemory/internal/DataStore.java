package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds the data of all images of one cloud: in the heap up to a budget, in temporary files beyond it. An image's data is in
 * one or the other as a whole.
 *
 * <p>Safe for use by several threads: the budget is counted atomically, the set of files is guarded by itself.
 */
final class DataStore implements AutoCloseable {
    private final Path directory;
    private final long budgetBytes;
    private final AtomicLong heapBytes = new AtomicLong();
    private final Set<Path> files = new HashSet<>();
    private boolean closed;

    DataStore(Path directory, long budgetBytes) {
        this.directory = directory;
        this.budgetBytes = budgetBytes;
    }

    DataWriter writer() {
        return new DataWriter(this);
    }

    /** Takes a part of the budget, if that much is left of it. */
    boolean reserve(long bytes) {
        long before = heapBytes.getAndUpdate(taken -> taken + bytes <= budgetBytes ? taken + bytes : taken);
        return before + bytes <= budgetBytes;
    }

    void free(long bytes) {
        heapBytes.addAndGet(-bytes);
    }

    long heapBytes() {
        return heapBytes.get();
    }

    Path newFile() throws IOException {
        synchronized (files) {
            if (closed) {
                throw new IOException("the service is closed");
            }
            Path file = Files.createTempFile(directory, "glance4j-", ".data");
            files.add(file);
            return file;
        }
    }

    void delete(Path file) {
        synchronized (files) {
            if (files.remove(file)) {
                remove(file);
            }
        }
    }

    /** Deletes all files, those of downloads under way too. */
    @Override
    public void close() {
        synchronized (files) {
            closed = true;
            files.forEach(DataStore::remove);
            files.clear();
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the temporary file " + file, e);
        }
    }
}
