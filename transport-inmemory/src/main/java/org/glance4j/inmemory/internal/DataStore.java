package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Holds the data of all images of one cloud: in the heap up to a budget, in temporary files beyond it. An image's data is in
 * one or the other as a whole. The files go when it is closed or, at the latest, when the JVM ends in good order, by a signal too.
 *
 * <p>Safe for use by several threads: the budget is counted atomically, the set of files is guarded by itself.
 */
final class DataStore implements AutoCloseable {
    private final Path directory;
    private final long budgetBytes;
    private final AtomicLong heapBytes = new AtomicLong();
    private final Set<Path> files = new HashSet<>();
    private boolean closed;

    /** Deletes the files of a store that nobody closes before the JVM ends; there is none before the first file. */
    private @Nullable Thread atExit;

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
            deleteAtExit();
            Path file = Files.createTempFile(directory, "glance4j-", ".data");
            files.add(file);
            return file;
        }
    }

    private void deleteAtExit() throws IOException {
        if (atExit != null) {
            return;
        }
        Thread hook = new Thread(this::deleteAll, "glance4j-temporary-files");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            throw new IOException("the JVM is ending", ending);
        }
        atExit = hook;
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
        deleteAll();
        synchronized (files) {
            Thread hook = atExit;
            atExit = null;
            if (hook != null) {
                forget(hook);
            }
        }
    }

    private void deleteAll() {
        synchronized (files) {
            closed = true;
            files.forEach(DataStore::remove);
            files.clear();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM is ending already: the hook runs once more, and finds nothing to delete.
            return;
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
