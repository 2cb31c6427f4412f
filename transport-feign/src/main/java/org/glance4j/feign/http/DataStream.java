package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Image data on its way. Closing it before its end closes the connection, because reading on could take hours. Not safe for
 * use by several threads.
 */
final class DataStream extends InputStream {
    private final InputStream body;
    private final long length;
    private final Watch watch;
    private final Runnable abort;
    private final BiFunction<ExchangeFailure.Kind, IOException, RuntimeException> onEnded;
    private final UnaryOperator<Throwable> shown;
    private long count;
    private boolean atEnd;
    private boolean closed;

    DataStream(
            InputStream body,
            long length,
            Watch watch,
            Runnable abort,
            BiFunction<ExchangeFailure.Kind, IOException, RuntimeException> onEnded,
            UnaryOperator<Throwable> shown) {
        this.body = body;
        this.length = length;
        this.watch = watch;
        this.abort = abort;
        this.onEnded = onEnded;
        this.shown = shown;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (closed) {
            throw new IOException("the download is closed");
        }
        if (atEnd) {
            return -1;
        }
        watch.enter();
        try {
            int n = body.read(bytes, offset, count);
            atEnd = n < 0;
            this.count += Math.max(0, n);
            return n;
        } catch (IOException e) {
            ExchangeFailure.Kind ended = watch.reason();
            close();
            if (ended != null) {
                throw onEnded.apply(ended, e);
            }
            throw new IOException("the download broke off after " + this.count + " bytes", shown.apply(e));
        } finally {
            watch.leave();
            if (atEnd) {
                watch.stop();
            }
        }
    }

    @Override
    public int available() throws IOException {
        return closed || atEnd ? 0 : body.available();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.stop();
        if (!atEnd && count != length) {
            abort.run();
        }
        try {
            body.close();
        } catch (IOException e) {
            // All that was asked for has been read, or nothing more is wanted: only the connection is lost.
            abort.run();
        }
    }
}
