package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is answered whose image is at an address of this machine's web. */
class WebDataOverHttpTest {
    private final AtomicInteger status = new AtomicInteger(200);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer web;
    private InMemoryImageServer server;
    private ImageId image;

    @BeforeEach
    void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status.get(), 5);
            exchange.getResponseBody().write(new byte[] {'a', 'b', 'c', 'd', 'e'});
            exchange.close();
        });
        web.start();
        server = InMemoryImageServer.builder()
                .service(InMemoryImageService.builder()
                        .openLocations(true)
                        .webSource(WebSource.loopback())
                        .build())
                .start();
        ImageTransport producer =
                server.service().as(server.seed().caller("producer").orElseThrow());
        image = producer.images()
                .create(NewImage.builder()
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
        String address = "http://127.0.0.1:" + web.getAddress().getPort() + "/x";
        producer.images()
                .update(
                        image,
                        ImagePatch.builder()
                                .addLocation(ImageLocation.at(address))
                                .build());
    }

    @AfterEach
    void close() {
        server.close();
        server.service().close();
        web.stop(0);
    }

    private HttpResponse<String> download(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + "/v2/images/" + image + "/file"))
                .header("X-Auth-Token", server.token("producer").reveal());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theWholeIsPassedOn() throws Exception {
        HttpResponse<String> answer = download();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(5);
        assertThat(answer.body()).isEqualTo("abcde");
    }

    @Test
    void partIsRefusedInTheServicesWords() throws Exception {
        HttpResponse<String> answer = download("Range", "bytes=1-2");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Range")).isEmpty();
        assertThat(answer.body())
                .contains("Getting images randomly from this store is not supported. Offset: 1, length: 2");
        assertThat(download("Range", "bytes=5-").statusCode()).isEqualTo(416);
    }

    @Test
    void whatBecameOfTheWebIsToldByTheStatus() throws Exception {
        status.set(404);
        assertThat(download().statusCode()).isEqualTo(204);
        status.set(410);
        assertThat(download().statusCode()).isEqualTo(500);
        web.stop(0);
        HttpResponse<String> answer = download();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Remote server where the image is present is unavailable.");
    }
}
