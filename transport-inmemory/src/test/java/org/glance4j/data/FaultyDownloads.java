package org.glance4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;

/** Data operations whose downloads are spoilt, one after the other, by what is planted; later ones are whole. */
final class FaultyDownloads implements ImageDataOperations {
    private final ImageDataOperations delegate;
    private final List<UnaryOperator<InputStream>> faults;
    private final List<String> ranges = new ArrayList<>();
    private boolean refusesRanges;
    private boolean refusesAll;

    FaultyDownloads(ImageDataOperations delegate, List<UnaryOperator<InputStream>> faults) {
        this.delegate = delegate;
        this.faults = new ArrayList<>(faults);
    }

    /** The stream breaks before this byte, or ends there as if that were all. */
    static UnaryOperator<InputStream> cutAt(long offset, boolean silently) {
        return in -> new Spoilt(in) {
            @Override
            int spoil(byte[] bytes, int from, int count, long at) throws IOException {
                if (at + count <= offset) {
                    return count;
                }
                if (at < offset) {
                    return (int) (offset - at);
                }
                if (silently) {
                    return -1;
                }
                throw new IOException("the connection broke");
            }

            @Override
            void end(long at) throws IOException {
                if (at >= offset && !silently) {
                    throw new IOException("the connection broke");
                }
            }
        };
    }

    static UnaryOperator<InputStream> flip(int bit) {
        return in -> new Spoilt(in) {
            @Override
            int spoil(byte[] bytes, int from, int count, long at) {
                int target = bit / 8;
                if (target >= at && target < at + count) {
                    bytes[from + (int) (target - at)] ^= (byte) (1 << (bit % 8));
                }
                return count;
            }

            @Override
            void end(long at) {
                // It ends properly.
            }
        };
    }

    /** Refuses each range, as Glance does where the store cannot read at random. */
    FaultyDownloads refusingRanges() {
        refusesRanges = true;
        return this;
    }

    /** Refuses the whole too. */
    FaultyDownloads refusingAll() {
        refusesAll = true;
        return refusingRanges();
    }

    List<String> ranges() {
        return ranges;
    }

    @Override
    public void upload(ImageId id, ImageData data) {
        delegate.upload(id, data);
    }

    @Override
    public void upload(ImageId id, ImageData data, StoreId store) {
        delegate.upload(id, data, store);
    }

    @Override
    public ImageDownload download(ImageId id) {
        if (refusesAll) {
            throw refusal(id);
        }
        return spoilt(delegate.download(id), null);
    }

    @Override
    public ImageDownload download(ImageId id, ByteRange range) {
        if (refusesRanges) {
            ranges.add(range.header());
            throw refusal(id);
        }
        return spoilt(delegate.download(id, range), range);
    }

    private static InvalidRequestException refusal(ImageId id) {
        return new InvalidRequestException(
                Failure.of(Operation.DOWNLOAD_DATA)
                        .imageId(id)
                        .status(400)
                        .serviceText("Getting images randomly from this store is not supported. Offset: 1, length: 2")
                        .effect(Effect.NOT_APPLIED)
                        .build(),
                null);
    }

    private ImageDownload spoilt(ImageDownload download, @Nullable ByteRange range) {
        ranges.add(range == null ? "" : range.header());
        InputStream stream =
                faults.isEmpty() ? download.stream() : faults.remove(0).apply(download.stream());
        Long size = download.sizeBytes().isPresent() ? download.sizeBytes().getAsLong() : null;
        return new ImageDownload(stream, size, download.checksum().orElse(null));
    }

    /** A stream that is not what it was. */
    private abstract static class Spoilt extends InputStream {
        private final InputStream in;
        private long at;

        Spoilt(InputStream in) {
            this.in = in;
        }

        /** Returns how many of the bytes just read there are. */
        abstract int spoil(byte[] bytes, int from, int count, long at) throws IOException;

        /** Does what happens where the data ends. */
        abstract void end(long at) throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            if (n < 0) {
                end(at);
                return -1;
            }
            int count = spoil(bytes, offset, n, at);
            at += Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
