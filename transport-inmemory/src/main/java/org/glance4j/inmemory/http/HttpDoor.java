package org.glance4j.inmemory.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries requests from the JDK's HTTP server to the service and answers back. */
final class HttpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int COPY_BUFFER_BYTES = 64 << 10;

    private final WireService service;
    private final HttpServer server;
    private final ExecutorService executor;
    private final InFlight inFlight = new InFlight();

    HttpDoor(WireService service, int port) {
        this.service = service;
        this.server = listen(port);
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "glance4j-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer listen(int port) {
        // With Nagle's algorithm every answer on a kept connection waits some 40 ms. The server reads this once, when
        // its
        // first class is loaded, and has no other way to be told.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) {
        inFlight.begin();
        try (exchange) {
            WireRequest request = new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody());
            try (WireResponse response = service.answer(request, uri().toString())) {
                LOG.debug("{}: {}", request, response.status());
                send(response, exchange);
            }
        } catch (IOException e) {
            // The client has gone, or an answer under way cannot be finished: closing the connection says so.
            LOG.debug("connection lost", e);
        } finally {
            inFlight.end();
        }
    }

    private static void send(WireResponse response, HttpExchange exchange) throws IOException {
        response.headers()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        // To the JDK's server 0 stands for a length that is not known, and -1 for none.
        exchange.sendResponseHeaders(response.status(), response.sizeBytes() == 0 ? -1 : response.sizeBytes());
        if (response.sizeBytes() > 0) {
            copy(response.body(), exchange.getResponseBody());
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[COPY_BUFFER_BYTES];
        for (int count = read(from, buffer, to); count >= 0; count = read(from, buffer, to)) {
            to.write(buffer, 0, count);
        }
        to.close();
    }

    /** Reads on; where that fails, what was read before it is sent: the JDK's server may still hold it, with the header. */
    private static int read(InputStream from, byte[] buffer, OutputStream to) throws IOException {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            to.flush();
            throw e;
        }
    }

    /** Lets requests under way finish, within reason, and frees port and threads. */
    @Override
    public void close() {
        inFlight.awaitNone();
        server.stop(0);
        executor.shutdownNow();
    }
}
