package org.glance4j.feign.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One connection, and what can be done to it. Used by one thread. */
final class Wire {
    private static final long DRIP_MILLIS = 100;

    private final Socket socket;
    private final InputStream in;
    private final Supplier<CountDownLatch> over;

    /**
     * Takes a connection over.
     *
     * @param over opened once the server wants hanging connections to end
     */
    Wire(Socket socket, InputStream in, Supplier<CountDownLatch> over) {
        this.socket = socket;
        this.in = in;
        this.over = over;
    }

    InputStream in() {
        return in;
    }

    void send(byte[]... parts) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        out.flush();
    }

    void send(RawReply reply) throws IOException {
        send(reply.head(), reply.body());
    }

    /** Breaks the connection so that the client sees a reset, once what was sent has arrived. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the connection properly, in the middle of whatever it was. */
    void close() throws IOException {
        socket.close();
    }

    /** Sends one byte every {@value #DRIP_MILLIS} ms, until the client has gone. */
    void drip(byte[] bytes) throws IOException, InterruptedException {
        for (byte b : bytes) {
            send(new byte[] {b});
            if (over.get().await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Sends this again and again, until the client has gone. */
    void sendWithoutEnd(byte[] again) throws IOException {
        while (true) {
            send(again);
        }
    }

    /** Neither reads nor writes until the server wants the connection to end. */
    void hang() throws InterruptedException {
        over.get().await();
    }

    /** Takes no notice of what comes, and answers nothing, until the client has gone. */
    void listenOnly() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
