package org.glance4j.contract;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A web of one page, on the loopback address. */
public final class SmallWeb implements AutoCloseable {
    private final HttpServer server;

    /**
     * Begins to answer, on a port of its own.
     *
     * @param data what is found under {@link #image}
     */
    public SmallWeb(byte[] data) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/image", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, data.length);
                exchange.getResponseBody().write(data);
            }
        });
        server.start();
    }

    /**
     * Returns the address of the page.
     *
     * @return the address
     */
    public URI image() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/image");
    }

    /**
     * Returns an address of this web under which there is nothing.
     *
     * @return the address
     */
    public URI nothing() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/nothing");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
