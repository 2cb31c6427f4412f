package org.glance4j.feign.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.WireRequest;
import org.glance4j.inmemory.http.WireResponse;

/** An in-memory service over HTTP, of which what it takes and gives is changed on the way. */
final class CorruptingFront implements AutoCloseable {
    private final InMemoryImageServer behind;
    private final Rule rule;
    private final HttpServer server;

    /** What becomes of a request, and of its answer. */
    @FunctionalInterface
    interface Rule {
        WireResponse answer(InMemoryImageServer server, WireRequest request) throws IOException;
    }

    CorruptingFront(InMemoryImageServer behind, Rule rule) {
        this.behind = behind;
        this.rule = rule;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        WireRequest request = new WireRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody());
        try (exchange;
                WireResponse response = rule.answer(behind, request)) {
            byte[] body = response.body().readAllBytes();
            response.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
