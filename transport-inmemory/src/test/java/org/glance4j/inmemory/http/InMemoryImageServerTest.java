package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.NewImage;
import org.junit.jupiter.api.Test;

class InMemoryImageServerTest {
    private static final String MEMBER = "/v2/images/{image_id}/members/{member_id}";

    private static HttpResponse<String> get(URI base, String path, String token)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .header("X-Auth-Token", token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void addressesAreThoseThatClientsAreGiven() throws IOException, InterruptedException {
        try (InMemoryImageServer server = InMemoryImageServer.builder().start()) {
            assertThat(server.uri().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+");
            assertThat(server.authUrl()).isEqualTo(URI.create(server.uri() + "/identity/v3"));
            assertThat(server.imageEndpoint()).isEqualTo(server.uri());

            HttpResponse<String> catalog = get(
                    server.authUrl(), "/auth/catalog", server.token("producer").reveal());
            assertThat(catalog.body()).contains("\"url\":\"" + server.imageEndpoint() + "\"");
        }
    }

    @Test
    void requestsAreCountedByRoute() throws IOException, InterruptedException {
        try (InMemoryImageServer server =
                InMemoryImageServer.builder().seed(Seed.docs()).start()) {
            String path = "/v2/images/a96be11e-8536-4910-92cb-de50aa19dfe6/members/";
            String token = server.token("consumer").reveal();

            get(server.uri(), path + "123456", token);
            get(server.uri(), path + "654321", token);
            get(server.uri(), path + "123456", "bad");

            assertThat(server.requests("GET", MEMBER)).isEqualTo(2);
            assertThat(server.requests("PUT", MEMBER)).isZero();
            assertThat(server.tokenRequests()).isZero();
        }
    }

    @Test
    void countOfARouteThatIsNoneIsRefused() {
        try (InMemoryImageServer server = InMemoryImageServer.builder().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.requests("GET", "/v2/images/{id}"))
                    .withMessageContaining("/v2/images/{image_id}");
        }
    }

    @Test
    void closedServerListensNoMore() {
        InMemoryImageServer server = InMemoryImageServer.builder().start();
        URI uri = server.uri();
        server.close();
        server.close();

        assertThatThrownBy(() -> get(uri, "/", "x")).isInstanceOf(ConnectException.class);
        assertThatIllegalStateException().isThrownBy(server::start);
    }

    @Test
    void serviceThatIsPassedInIsServedAndStaysOpen() throws IOException, InterruptedException {
        Seed seed = Seed.standard();
        try (InMemoryImageService service = InMemoryImageService.create()) {
            var producer = service.as(seed.caller("producer").orElseThrow());
            producer.images().create(NewImage.named("shared work").build());
            try (InMemoryImageServer server =
                    InMemoryImageServer.builder().service(service).seed(seed).start()) {
                assertThat(get(
                                        server.uri(),
                                        "/v2/images",
                                        server.token("producer").reveal())
                                .body())
                        .contains("shared work");
            }
            assertThat(producer.images().create(NewImage.named("after").build()).name())
                    .isEqualTo("after");
        }
    }

    @Test
    void portThatIsTakenIsNamed() {
        try (InMemoryImageServer first = InMemoryImageServer.builder().start()) {
            int port = first.uri().getPort();
            assertThatThrownBy(() -> InMemoryImageServer.builder().port(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void addressIsUnknownBeforeItListens() {
        try (InMemoryImageServer server = InMemoryImageServer.builder().build()) {
            assertThatIllegalStateException().isThrownBy(server::uri);
        }
    }

    @Test
    void answersAreNotHeldBackOnAKeptConnection() {
        try (InMemoryImageServer server = InMemoryImageServer.builder().start()) {
            assertThat(server.uri()).isNotNull();
            assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
        }
    }
}
