package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Image data on its way out, never held in memory. If the source fails, or gives more or less than it said, the connection
 * is closed before the service could take the part for the whole. Used by one thread, but for closing.
 */
public final class UploadEntity extends AbstractHttpEntity {
    /** More than HttpCore's buffer holds, which would be a copy on the way, and little more: channels are slow with large pieces. */
    private static final int CHUNK = 33 << 10;

    private final InputStream source;
    private final OptionalLong sizeBytes;
    private Runnable abort = () -> {};
    private boolean touched;
    private @Nullable IOException sourceFailure;

    /**
     * Makes an entity.
     *
     * @param source the data
     * @param sizeBytes its length, empty where it is not known
     */
    public UploadEntity(InputStream source, OptionalLong sizeBytes) {
        super(ContentType.APPLICATION_OCTET_STREAM.getMimeType(), null, sizeBytes.isEmpty());
        this.source = source;
        this.sizeBytes = sizeBytes;
    }

    void abortWith(Runnable abort) {
        this.abort = abort;
    }

    /**
     * Returns whether nothing of the source was read yet, so that it can still be sent from its first byte on.
     *
     * @return true if it is as it was
     */
    public boolean untouched() {
        return !touched;
    }

    @Nullable
    IOException sourceFailure() {
        return sourceFailure;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        touched = true;
        // HttpClient ends a chunked body properly even when its writer fails: the connection has to go first.
        try {
            copy(out);
        } catch (SourceException e) {
            abort.run();
            sourceFailure = e.failure;
            throw e;
        } catch (RuntimeException | Error e) {
            abort.run();
            throw e;
        }
    }

    private void copy(OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        byte[] next = new byte[CHUNK];
        long sent = 0;
        int n = fill(chunk);
        while (n > 0) {
            // The last chunk leaves only when the source has said that it is the last: a body that is as long as it was
            // said to be is complete to the service.
            int following = n < CHUNK ? 0 : fill(next);
            if (sizeBytes.isPresent()) {
                check(sent + n, following == 0, sizeBytes.getAsLong());
            }
            out.write(chunk, 0, n);
            sent += n;
            byte[] swap = chunk;
            chunk = next;
            next = swap;
            n = following;
        }
        if (sizeBytes.isPresent()) {
            check(sent, true, sizeBytes.getAsLong());
        }
    }

    private static void check(long count, boolean last, long said) throws SourceException {
        if (count > said || (count == said && !last)) {
            throw new SourceException(new IOException("the data is longer than the " + said + " bytes it said"));
        }
        if (last && count < said) {
            throw new SourceException(
                    new IOException("the data ends after " + count + " bytes and said " + said + " bytes"));
        }
    }

    /** Whatever a source throws, declared or not, ends its upload and nothing else. */
    private int fill(byte[] chunk) throws SourceException {
        try {
            return source.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw new SourceException(e);
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new SourceException(new IOException(
                    "the source of the data failed: " + e.getClass().getSimpleName(), e));
        }
    }

    @Override
    public long getContentLength() {
        return sizeBytes.orElse(-1);
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("the data is written, not read");
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Tells the source's failures from the connection's. */
    private static final class SourceException extends IOException {
        private static final long serialVersionUID = 1;
        private final IOException failure;

        SourceException(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
