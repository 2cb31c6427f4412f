package org.glance4j.feign.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** An origin that nobody has a reason to visit. It closes every connection at once. */
final class Trap implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger visits = new AtomicInteger();

    Trap() throws IOException {
        Thread thread = new Thread(this::accept, "trap");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v2/images");
    }

    /** Returns how many connections came. */
    int visits() {
        return visits.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                listener.accept().close();
                visits.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
