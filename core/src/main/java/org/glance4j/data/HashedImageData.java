package org.glance4j.data;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;

/**
 * Data to upload or to stage, hashed beside its transfer each time it is read. Where it is read to its end, {@link #hash()} has the
 * hash once the stream is closed. Closing this ends what a transport left open. Used by one upload at a time.
 */
public final class HashedImageData implements ImageData, AutoCloseable {
    private static final int CHUNK = 64 << 10;

    private final ImageData data;
    private final String algorithm;
    private final ProgressMeter meter;
    private @Nullable HashingStream current;

    /**
     * Makes the data.
     *
     * @param imageId the image that it is for
     * @param data where it comes from
     * @param options the algorithm, and who hears how far the transfer is
     * @param ticker what tells the time that it takes
     */
    public HashedImageData(ImageId imageId, ImageData data, UploadOptions options, Ticker ticker) {
        this(data, options.hashAlgorithm(), new ProgressMeter(imageId, options.progress(), ticker));
    }

    HashedImageData(ImageData data, String algorithm, ProgressMeter meter) {
        this.data = requireNonNull(data, "data");
        this.algorithm = algorithm;
        this.meter = meter;
    }

    @Override
    public InputStream open() throws IOException {
        close();
        HashingStream stream = hashing(algorithm);
        current = stream;
        meter.begin(0, data.sizeBytes());
        return stream;
    }

    private HashingStream hashing(String wanted) throws IOException {
        SideHash hash = new SideHash(Digests.get(wanted));
        byte[] first = hash.buffer();
        return new HashingStream(requireNonNull(data.open(), "stream"), hash, first);
    }

    @Override
    public OptionalLong sizeBytes() {
        return data.sizeBytes();
    }

    @Override
    public boolean repeatable() {
        return data.repeatable();
    }

    /**
     * Returns how many bytes were read when the data was read last.
     *
     * @return the number
     */
    public long readBytes() {
        return current == null ? 0 : current.count;
    }

    /**
     * Returns the hash of the data when it was read last.
     *
     * @return the hash, empty where it was not read to its end, or its stream is still open
     */
    public Optional<ImageHash> hash() {
        return Optional.ofNullable(current == null ? null : current.found);
    }

    /** What was read, from beginning to end. */
    record Read(ImageHash hash, long sizeBytes) {}

    /** Reads all of it once more, and returns its hash by another algorithm. */
    Read hashedAgain(String otherAlgorithm, Runnable step) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (HashingStream stream = hashing(otherAlgorithm)) {
            while (stream.read(chunk) >= 0) {
                step.run();
            }
            return new Read(Digests.hash(otherAlgorithm, stream.digest()), stream.count);
        }
    }

    /** Closes what a transport left open. */
    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    /** The data on its way; what is read is copied for the hash, so that whoever reads may do with its array what it likes. */
    private final class HashingStream extends InputStream {
        private final InputStream source;
        private final SideHash hash;
        private byte[] buffer;
        private int filled;
        private long count;
        private boolean atEnd;
        private boolean closed;
        private boolean digested;
        private @Nullable ImageHash found;

        HashingStream(InputStream source, SideHash hash, byte[] first) {
            this.source = source;
            this.hash = hash;
            this.buffer = first;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = source.read(bytes, offset, length);
            if (n < 0) {
                atEnd = true;
                return n;
            }
            copy(bytes, offset, n);
            count += n;
            meter.at(count);
            return n;
        }

        private void copy(byte[] bytes, int offset, int length) {
            for (int done = 0; done < length; ) {
                int n = Math.min(length - done, buffer.length - filled);
                System.arraycopy(bytes, offset + done, buffer, filled, n);
                done += n;
                filled += n;
                if (filled == buffer.length) {
                    hash.update(buffer, filled);
                    buffer = hash.buffer();
                    filled = 0;
                }
            }
        }

        /** Returns the hash of everything that was read, once. */
        byte[] digest() {
            digested = true;
            hash.update(buffer, filled);
            return hash.finish();
        }

        @Override
        public int available() throws IOException {
            return source.available();
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (hash) {
                if (!digested && (atEnd || data.sizeBytes().orElse(-1) == count)) {
                    found = Digests.hash(algorithm, digest());
                }
            } finally {
                source.close();
            }
        }
    }
}
