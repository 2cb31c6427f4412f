package org.glance4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** One way to the service: what both sides of each ratio do. Safe for use by several threads. */
interface Contender extends AutoCloseable {
    /** Looks a member up. */
    Object getMember() throws IOException;

    /** Sets a member's status. */
    Object updateStatus() throws IOException;

    /** Lists an image's members and returns how many there are. */
    int listMembers(int count) throws IOException;

    /** Looks an image up. */
    Object getImage() throws IOException;

    /** Replaces an image's name. */
    Object updateImage() throws IOException;

    /** Has an image's staged data imported. */
    void importImage() throws IOException;

    /** Lists an image's tasks and returns how many there are. */
    int listTasks() throws IOException;

    /** Looks a namespace of the catalog up, with all that it holds. */
    Object getNamespace() throws IOException;

    /** Walks all images, page by page, hands each over, and keeps none. */
    void walk(Consumer<Object> visitor) throws IOException;

    /** Uploads data of a known length. */
    void upload(InputStream data, long bytes) throws IOException;

    /** Downloads data, to be read to its end by the given reader. */
    void download(long bytes, Reader reader) throws IOException;

    @Override
    void close() throws IOException;

    /** Reads a download. */
    @FunctionalInterface
    interface Reader {
        void read(InputStream data) throws IOException;
    }
}
