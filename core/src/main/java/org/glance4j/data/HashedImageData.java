package org.glance4j.data;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;

/**
 * Data to upload or to stage, hashed beside its transfer each time it is read. Where it is read to its end, {@link #hash()} has the
 * hash once the stream is closed. Closing this ends what a transport left open, and data that can be read once where nobody has opened
 * it. Used by one upload at a time.
 */
public final class HashedImageData implements ImageData, AutoCloseable {
    private static final int CHUNK = 64 << 10;

    /** How archives begin, and where. Source: {@code glance/async_/flows/plugins/image_decompression.py}, 25.1.0. */
    private static final List<Magic> ARCHIVES =
            List.of(new Magic(0, "PK\u0003\u0004"), new Magic(2, "-lh"), new Magic(0, "\u001f\u008b\b"));

    private static final int HEAD = 5;

    private final ImageId imageId;
    private final ImageData data;
    private final String algorithm;
    private final ProgressMeter meter;
    private @Nullable HashingStream current;
    private boolean wasOpened;

    /**
     * Makes the data.
     *
     * @param imageId the image that it is for
     * @param data where it comes from
     * @param options the algorithm, and who hears how far the transfer is
     * @param ticker what tells the time that it takes
     */
    public HashedImageData(ImageId imageId, ImageData data, UploadOptions options, Ticker ticker) {
        this(imageId, data, options.hashAlgorithm(), new ProgressMeter(imageId, options.progress(), ticker));
    }

    HashedImageData(ImageId imageId, ImageData data, String algorithm, ProgressMeter meter) {
        this.imageId = requireNonNull(imageId, "imageId");
        this.data = requireNonNull(data, "data");
        this.algorithm = algorithm;
        this.meter = meter;
    }

    @Override
    public InputStream open() throws IOException {
        closeCurrent();
        HashingStream stream = hashing(algorithm, data::open);
        current = stream;
        meter.begin(0, data.sizeBytes());
        return stream;
    }

    private HashingStream hashing(String wanted, Question<InputStream> source) throws IOException {
        SideHash hash = new SideHash(Digests.get(wanted));
        byte[] first = hash.buffer();
        wasOpened = true;
        return new HashingStream(requireNonNull(source.ask(), "stream"), hash, first);
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

    /**
     * Returns that the data has arrived whole.
     *
     * @param hash its hash
     * @param verification what a comparison has come to
     * @return the result
     */
    public TransferResult result(ImageHash hash, Verification verification) {
        meter.end(readBytes());
        return new TransferResult(imageId, readBytes(), hash, verification, meter.failure());
    }

    /**
     * Returns whether the data begins as an archive does that a service may unpack while it imports: zip, gzip or LHA.
     *
     * @return true if it did when it was read last
     */
    public boolean isArchive() {
        byte[] head = current == null ? new byte[0] : current.head;
        return ARCHIVES.stream().anyMatch(magic -> magic.begins(head));
    }

    private record Magic(int at, String text) {

        boolean begins(byte[] head) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            int end = at + bytes.length;
            return end <= head.length && Arrays.equals(head, at, end, bytes, 0, bytes.length);
        }
    }

    /**
     * Compares what was read last with the record of the image that it was imported into.
     *
     * @param image the image, active
     * @param step called again and again where data is read once more, for the algorithm that the record names; it throws what ends that
     * @return what came of it; data that cannot be read once more, or is not what was staged any more, is read once
     * @throws ImageDataMismatchException if length or hash differ
     */
    public Verification compareImported(Image image, Runnable step) {
        Expected expected = Expected.of(image);
        Long size = expected.sizeBytes();
        if (size != null && size != readBytes()) {
            String both = "the service has " + size + " bytes, and " + readBytes() + " bytes were staged";
            throw mismatch(image.id(), both, null, null);
        }
        ImageHash staged = hashed(expected, step);
        if (staged == null) {
            return Verification.SOURCE_READ_ONCE;
        }
        if (!expected.matches(staged)) {
            String both = "the service has " + Upload.shown(expected.hash()) + ", and what was staged is "
                    + Upload.shown(staged);
            throw mismatch(image.id(), both, expected.hash(), staged);
        }
        return expected.onMatch();
    }

    private @Nullable ImageHash hashed(Expected expected, Runnable step) {
        ImageHash found = hash().orElse(null);
        if (found == null || expected.hash() == null || found.algorithm().equalsIgnoreCase(expected.algorithm())) {
            return found;
        }
        if (!data.repeatable()) {
            return null;
        }
        try {
            return hashedAgain(expected.algorithm(), step).hash();
        } catch (IOException e) {
            // It could be read once, or is not what it was.
            return null;
        }
    }

    private static ImageDataMismatchException mismatch(
            ImageId id, String both, @Nullable ImageHash recorded, @Nullable ImageHash staged) {
        Failure failure = Failure.of(Operation.IMPORT_IMAGE)
                .imageId(id)
                .effect(Effect.APPLIED)
                .advice(both)
                .build();
        return new ImageDataMismatchException(failure, recorded, staged, null);
    }

    /** What was read, from beginning to end. */
    record Read(ImageHash hash, long sizeBytes) {}

    /**
     * Reads all of it once more, and returns its hash by another algorithm.
     *
     * @throws IOException if it cannot be read, whatever the source throws, or is not what was read before
     */
    Read hashedAgain(String otherAlgorithm, Runnable step) throws IOException {
        ImageHash before = hash().orElse(null);
        MessageDigest digest = before == null ? null : Digests.get(before.algorithm());
        byte[] chunk = new byte[CHUNK];
        Read read;
        try (HashingStream stream = hashing(otherAlgorithm, () -> new ReadAgain(fromSource(data::open)))) {
            for (int n = 0; n >= 0; n = stream.read(chunk)) {
                if (digest != null) {
                    digest.update(chunk, 0, n);
                }
                step.run();
            }
            read = new Read(Digests.hash(otherAlgorithm, stream.digest()), stream.count);
        }
        if (before != null && digest != null && !before.equals(Digests.hash(before.algorithm(), digest.digest()))) {
            throw new IOException("the source has changed since it was read first");
        }
        return read;
    }

    /** What is asked of the source. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    /** What a source throws is no failure of the call once the data has arrived. */
    private static <T> T fromSource(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            throw new IOException("the source cannot be read again: " + e, e);
        }
    }

    /** The source for the second time. */
    private static final class ReadAgain extends FilterInputStream {
        ReadAgain(InputStream source) {
            super(source);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return fromSource(() -> in.read(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
            Boolean unused = fromSource(() -> {
                in.close();
                return true;
            });
        }
    }

    /** Closes what a transport left open, and what can be read once and was never opened. */
    @Override
    public void close() throws IOException {
        if (!wasOpened && !data.repeatable()) {
            wasOpened = true;
            data.open().close();
        } else {
            closeCurrent();
        }
    }

    private void closeCurrent() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    /** The data on its way; what is read is copied for the hash, so that whoever reads may do with its array what it likes. */
    private final class HashingStream extends InputStream {
        private final InputStream source;
        private final SideHash hash;
        private final byte[] head = new byte[HEAD];
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
            for (int i = 0; i < n && count + i < HEAD; i++) {
                head[(int) count + i] = bytes[offset + i];
            }
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
