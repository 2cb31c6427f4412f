package org.glance4j.feign.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs no header and no byte, and tells when the server takes none. HttpClient's own prints tokens and
 * passwords as soon as somebody sets the whole application's log to DEBUG.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {
    /** A token that holds its own catalog takes some ten thousand characters. */
    private static final int LONGEST_LINE = 64 << 10;

    private static final int MOST_HEADERS = 200;
    private static final int MOST_INTERIM_ANSWERS = 20;

    /** A server that knows nothing of {@code 100 Continue} is waited for this long before an upload begins. */
    static final Http1Config CONFIG = Http1Config.custom()
            .setWaitForContinueTimeout(Timeout.ofSeconds(1))
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();

    /** The parser of HttpClient's own making does not ask the connection's configuration. */
    private static final DefaultHttpResponseParserFactory PARSERS = new DefaultHttpResponseParserFactory(CONFIG);

    /** How often an upload looks for an answer, where it takes a few microseconds and where it has to wait. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long BETWEEN_WAITS = TimeUnit.MILLISECONDS.toNanos(50);

    private int interimAnswers;

    /** The head of the answer that came in the middle of an upload, until it is asked for. */
    private @Nullable ClassicHttpResponse early;

    /** Whether an upload ended in its middle, so that the server still waits for the rest. */
    private boolean endedInside;

    private long lookedAt = System.nanoTime() - BETWEEN_WAITS;

    /** When the write that is under way began, by {@link System#nanoTime}; 0 where none is. */
    private volatile long writingSince;

    private boolean readsNothing;
    private boolean readsAtOnce;

    private QuietConnection() {
        super("glance4j", null, null, CONFIG, null, null, QuietConnection::isRefused, null, PARSERS);
    }

    static QuietConnection on(@Nullable Socket socket) throws IOException {
        QuietConnection connection = new QuietConnection();
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new TimedSocket(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new TimedSocket(tls, socket));
    }

    /** Whether the server has taken nothing for this long of what is being written. */
    boolean isStuck(long nanos) {
        long since = writingSince;
        return since != 0 && System.nanoTime() - since >= nanos;
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        ClassicHttpResponse response = early == null ? nextHead() : early;
        early = null;
        return response;
    }

    /** Each interim answer resets the time that the service may stay silent, so only so many may come before the answer. */
    private ClassicHttpResponse nextHead() throws HttpException, IOException {
        ClassicHttpResponse response = super.receiveResponseHeader();
        interimAnswers = response.getCode() < 200 ? interimAnswers + 1 : 0;
        if (interimAnswers > MOST_INTERIM_ANSWERS) {
            throw new MessageConstraintException("more than " + MOST_INTERIM_ANSWERS + " interim answers");
        }
        return response;
    }

    /** Returns whether the service refuses in the middle of an upload, whose rest is not sent then. */
    private static boolean isRefused(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        QuietConnection quiet = (QuietConnection) connection;
        try {
            quiet.lookForAnswer();
        } catch (HttpException e) {
            throw new ClientProtocolException(e.getMessage(), e);
        }
        return quiet.endedInside;
    }

    /**
     * Reads an answer's head if it is there. An interim one refuses nothing: Glance says {@code 100 Continue} as late as it
     * reads the first of the data, when the upload may be under way. Nor does a success, which needs all of the data.
     */
    private void lookForAnswer() throws HttpException, IOException {
        if (endedInside || early != null || !hasArrived()) {
            return;
        }
        // Also behind a head that cannot be read nothing more is to leave.
        endedInside = true;
        ClassicHttpResponse response = nextHead();
        endedInside = response.getCode() >= 300;
        early = response.getCode() < 200 ? null : response;
    }

    /**
     * Returns whether something has come, if it is time to look for it. HttpClient's own look waits a millisecond before every
     * chunk, which leaves a tenth of the speed. A channel answers at once; under TLS the wait stays. Neither is done more
     * often than it is worth.
     */
    private boolean hasArrived() throws IOException {
        SocketHolder holder = getSocketHolder();
        if (holder == null) {
            // Closed by another thread: the next write says so.
            return false;
        }
        if (holder.getSSLSocket() != null || holder.getBaseSocket().getChannel() == null) {
            return isTimeToLook(BETWEEN_WAITS) && isDataAvailable(Timeout.ONE_MILLISECOND);
        }
        if (!isTimeToLook(BETWEEN_LOOKS)) {
            return false;
        }
        readsAtOnce = true;
        try {
            return isDataAvailable(Timeout.ONE_MILLISECOND);
        } finally {
            readsAtOnce = false;
        }
    }

    /** What is left of a refused upload stays here: writing it could fail, and the answer with it. */
    @Override
    public void flush() throws IOException {
        if (!endedInside) {
            super.flush();
        }
    }

    /** After a refused upload the server would take the next request for the rest of the data. */
    @Override
    public boolean isConsistent() {
        return !endedInside && super.isConsistent();
    }

    private boolean isTimeToLook(long between) {
        long now = System.nanoTime();
        boolean isTime = now - lookedAt >= between;
        lookedAt = isTime ? now : lookedAt;
        return isTime;
    }

    /**
     * Returns whether this idle connection is fit for no other request: it has ended, or more has come than belongs to the last
     * answer, which HttpClient alone would take for the next. HttpClient's own look waits a millisecond for a byte, which is many
     * times what a call takes on a fast network; a channel answers at once.
     */
    @Override
    public boolean isStale() throws IOException {
        SocketHolder holder = getSocketHolder();
        if (holder != null && hasLeftOver()) {
            return true;
        }
        SocketChannel channel = holder == null ? null : holder.getBaseSocket().getChannel();
        return channel == null ? super.isStale() : hasInput(channel);
    }

    private boolean hasLeftOver() throws IOException {
        readsNothing = true;
        try {
            // In HttpClient's own buffer, since nothing is read from the socket meanwhile: nothing is waited for.
            return isDataAvailable(Timeout.ofMilliseconds(1));
        } finally {
            readsNothing = false;
        }
    }

    /** Nothing is due on an idle connection: its end, its TLS session's, or a byte nobody asked for makes it unfit. */
    private static boolean hasInput(SocketChannel channel) {
        try {
            return readAtOnce(channel, ByteBuffer.allocate(1)) != 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads what there is: 0 if nothing has arrived, -1 at the end. */
    private static int readAtOnce(SocketChannel channel, ByteBuffer buffer) throws IOException {
        channel.configureBlocking(false);
        int count = channel.read(buffer);
        channel.configureBlocking(true);
        return count;
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // Not logged: see above.
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // Not logged: see above.
    }

    /** A socket whose writes are timed, since a write has no timeout of its own, and whose reads need not wait. */
    private final class TimedSocket extends SocketHolder {
        TimedSocket(Socket socket) {
            super(socket);
        }

        TimedSocket(SSLSocket tls, Socket socket) {
            super(tls, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new FilterInputStream(super.getInputStream(socket)) {
                @Override
                public int read(byte[] bytes, int offset, int count) throws IOException {
                    if (readsNothing) {
                        return 0;
                    }
                    return readsAtOnce
                            ? readAtOnce(socket.getChannel(), ByteBuffer.wrap(bytes, offset, count))
                            : in.read(bytes, offset, count);
                }
            };
        }

        @Override
        protected OutputStream getOutputStream(Socket socket) throws IOException {
            OutputStream out = super.getOutputStream(socket);
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int count) throws IOException {
                    writingSince = System.nanoTime() | 1;
                    try {
                        out.write(bytes, offset, count);
                    } finally {
                        writingSince = 0;
                    }
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }
    }
}
