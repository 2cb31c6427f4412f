package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.OptionalLong;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images' data, as one caller works with it. A deadline is looked at before each read, so that it does not end a read that
 * waits for its source. Safe for use by several threads.
 */
final class InMemoryImageData implements ImageDataOperations {
    private static final Logger LOG = LoggerFactory.getLogger(InMemoryImageData.class);

    private static final String CANNOT_BE_CLOSED = "the source of an upload cannot be closed";

    private final Door door;

    InMemoryImageData(Door door) {
        this.door = door;
    }

    @Override
    public void upload(ImageId id, ImageData data) {
        send(Operation.UPLOAD_DATA, id, data, stream -> door.engine().upload(door.caller(), id, stream, null));
    }

    @Override
    public void upload(ImageId id, ImageData data, StoreId store) {
        requireNonNull(data, "data");
        try {
            RequestChecks.addressable(Operation.UPLOAD_DATA, id, store);
        } catch (RuntimeException e) {
            closeUnread(data);
            throw e;
        }
        send(Operation.UPLOAD_DATA, id, data, stream -> door.engine().upload(door.caller(), id, stream, store));
    }

    void stage(ImageId id, ImageData data) {
        send(Operation.STAGE_DATA, id, data, stream -> door.engine().stage(door.caller(), id, stream));
    }

    /** Takes a stream to its end. */
    private interface Taking {
        void take(InputStream stream) throws IOException;
    }

    private void send(Operation operation, ImageId id, ImageData data, Taking taking) {
        requireNonNull(data, "data");
        Failure.Builder call;
        try {
            call = enter(operation, id);
        } catch (RuntimeException e) {
            closeUnread(data);
            throw e;
        }
        try (InputStream source = Source.of(data)) {
            call.effect(Effect.NOT_APPLIED);
            OptionalLong size = data.sizeBytes();
            InputStream counted = size.isPresent() ? new ExactStream(source, size.getAsLong()) : source;
            taking.take(new WatchedStream(counted, () -> door.goOn(call)));
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ImageDataSourceException(
                    call.advice("the data cannot be read: " + why).build(), e);
        }
    }

    /** What can be opened only once is somebody's open stream, which is closed here also where it is not read. */
    private static void closeUnread(ImageData data) {
        if (data.repeatable()) {
            return;
        }
        try {
            Source.of(data).close();
        } catch (IOException | RuntimeException e) {
            LOG.warn(CANNOT_BE_CLOSED, e);
        }
    }

    @Override
    public ImageDownload download(ImageId id) {
        return read(id, null);
    }

    @Override
    public ImageDownload download(ImageId id, ByteRange range) {
        return read(id, requireNonNull(range, "range"));
    }

    private ImageDownload read(ImageId id, @Nullable ByteRange range) {
        Failure.Builder call = enter(Operation.DOWNLOAD_DATA, id);
        call.effect(Effect.NOT_APPLIED);
        ImageDownload download = open(call, id, range);
        return new ImageDownload(
                new WatchedStream(download.stream(), () -> door.goOn(call)),
                download.sizeBytes().isPresent() ? download.sizeBytes().getAsLong() : null,
                download.checksum().orElse(null));
    }

    /** Opening waits for the web where the data is there: what ended the call meanwhile is told before what became of the web. */
    private ImageDownload open(Failure.Builder call, ImageId id, @Nullable ByteRange range) {
        try {
            return door.engine().download(door.caller(), id, range);
        } catch (ImageServiceException e) {
            if (e.getCause() instanceof IOException cause) {
                if (cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)) {
                    Thread.currentThread().interrupt();
                }
                door.goOn(call);
            }
            throw e;
        }
    }

    private Failure.Builder enter(Operation operation, ImageId id) {
        RequestChecks.addressable(operation, id);
        Failure.Builder call = Failure.of(operation).imageId(id);
        door.enter(call);
        return call;
    }

    /**
     * A user's source: whatever it throws is a failure to read it. What became of an upload is known when it is closed, and
     * does not change if that fails.
     */
    private static final class Source extends FilterInputStream {

        private Source(InputStream in) {
            super(in);
        }

        static Source of(ImageData data) throws IOException {
            try {
                return new Source(requireNonNull(data.open(), "stream"));
            } catch (IOException e) {
                throw e;
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        private static IOException failed(Throwable cause) {
            return new IOException("the source failed: " + cause.getClass().getSimpleName(), cause);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                throw e;
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException | RuntimeException e) {
                LOG.warn(CANNOT_BE_CLOSED, e);
            }
        }
    }
}
