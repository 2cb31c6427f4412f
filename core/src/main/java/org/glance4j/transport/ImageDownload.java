package org.glance4j.transport;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An image's data on its way. Close it, whether it was read to the end or not: until then it holds a connection. Not safe
 * for use by several threads.
 */
public final class ImageDownload implements AutoCloseable {
    private final InputStream stream;
    private final @Nullable Long sizeBytes;
    private final @Nullable String checksum;

    /**
     * Makes a download.
     *
     * @param stream the data; a stream that ends before {@code sizeBytes} fails
     * @param sizeBytes how many bytes the stream gives; null where the service did not say
     * @param checksum the MD5 of the whole image's data in hexadecimal digits; null where the service did not say
     */
    public ImageDownload(InputStream stream, @Nullable Long sizeBytes, @Nullable String checksum) {
        this.stream = requireNonNull(stream, "stream");
        this.sizeBytes = sizeBytes;
        this.checksum = checksum;
    }

    /**
     * Returns the data. Reading fails with an {@link IOException} if the connection breaks before the end.
     *
     * @return the stream
     */
    public InputStream stream() {
        return stream;
    }

    /**
     * Returns how many bytes the stream gives: the part's length where a range was asked for.
     *
     * @return the length, empty where the service did not say
     */
    public OptionalLong sizeBytes() {
        return sizeBytes == null ? OptionalLong.empty() : OptionalLong.of(sizeBytes);
    }

    /**
     * Returns the MD5 of the whole image's data, also where a range was asked for.
     *
     * @return the hash in hexadecimal digits, empty where the service did not say
     */
    public Optional<String> checksum() {
        return Optional.ofNullable(checksum);
    }

    /** Gives up what was not read, and frees the connection. */
    @Override
    public void close() throws IOException {
        stream.close();
    }
}
