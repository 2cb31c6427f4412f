package org.glance4j.feign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An origin that nobody has business with. It counts who comes, and what they bring. */
final class Eavesdropper implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Eavesdropper() throws IOException {
        threads.execute(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    connections.incrementAndGet();
                    threads.execute(() -> listen(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void listen(Socket socket) {
        try (socket) {
            byte[] chunk = new byte[8192];
            for (int n = socket.getInputStream().read(chunk);
                    n >= 0;
                    n = socket.getInputStream().read(chunk)) {
                bytes.addAndGet(n);
            }
        } catch (IOException e) {
            // Whoever came has gone.
        }
    }

    /** Host and port. */
    String authority() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    long connections() {
        return connections.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
