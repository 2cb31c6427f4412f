package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.glance4j.feign.tls.TlsSettings;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one exchange does to the engine that others use. */
@Timeout(30)
class HttpEngineTest {
    private static final HttpSettings SETTINGS = new HttpSettings(
            1, Duration.ofSeconds(10), Duration.ofSeconds(10), "test", TlsSettings.DEFAULT, Proxies.NONE);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anErrorEndsItsOwnExchangeOnly() {
        Error error = new StackOverflowError();
        HttpEntity body = new EntityTemplate(1, ContentType.APPLICATION_JSON, null, out -> {
            throw error;
        });
        try (HttpEngine engine = new HttpEngine(SETTINGS, SecretTexts.NONE)) {
            assertThat(catchThrowable(() -> send(engine, body))).isSameAs(error);
            send(engine, new ByteArrayEntity(new byte[1], ContentType.APPLICATION_JSON));
        }
    }

    @Test
    void anErrorWhileAConnectionIsMadeGivesItsPlaceBack() {
        Error error = new StackOverflowError();
        AtomicInteger lookUps = new AtomicInteger();
        HostNames.LookUp failsFirst = host -> {
            if (lookUps.incrementAndGet() == 1) {
                throw error;
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        HttpEntity body = new ByteArrayEntity(new byte[1], ContentType.APPLICATION_JSON);
        try (HttpEngine engine = new HttpEngine(SETTINGS, SecretTexts.NONE, failsFirst)) {
            assertThat(catchThrowable(() -> send(engine, body))).isSameAs(error);
            send(engine, body);
        }
    }

    private void send(HttpEngine engine, HttpEntity body) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        Attempt attempt = new Attempt("PUT /", Origin.ofImageService(url), null, Deadline.none(), null);
        engine.send(attempt, new OutgoingRequest("PUT", "/", Map.of(), body, false))
                .none();
    }
}
