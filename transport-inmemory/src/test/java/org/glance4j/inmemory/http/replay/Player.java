package org.glance4j.inmemory.http.replay;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ImageId;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/** Holds one conversation with a server of its own, whose projects and images get the recorded ids. For use by one thread. */
final class Player implements AutoCloseable {
    private static final Pattern CREATED = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"");

    private final Queue<ImageId> ids = new ArrayDeque<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final InMemoryImageService service;
    private final InMemoryImageServer server;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Player(Conversation conversation) {
        service = InMemoryImageService.builder()
                .profile(Profile.LEGACY)
                .clock(() -> now)
                .imageCache(true)
                .webSource(WebSource.loopback())
                .stores(store("fast", "Fast").withDefault(true), store("slow", "Slow"))
                .ids(() -> ids.isEmpty() ? ImageId.of(UUID.randomUUID()) : ids.remove())
                .build();
        server = InMemoryImageServer.builder()
                .service(service)
                .seed(seed(conversation.projects()))
                .clock(() -> now)
                .tokenLife(Duration.ofDays(1))
                .start();
        conversation
                .projects()
                .keySet()
                .forEach(user -> tokens.put(user, server.token(user).reveal()));
    }

    private static Store store(String id, String name) {
        return Store.of(StoreId.of(id))
                .withDescription(name + " file store")
                .withDetails(
                        "file",
                        Map.of(
                                "data_dir",
                                "/var/lib/image-rig/glance/" + id,
                                "chunk_size",
                                65536,
                                "thin_provisioning",
                                false));
    }

    private static Seed seed(Map<String, String> projects) {
        StringBuilder document = new StringBuilder();
        projects.forEach((name, id) -> document.append(document.length() == 0 ? "" : ",")
                .append("{\"name\":\"" + name + "\",\"id\":\"" + id + "\"}"));
        String seed = "{\"projects\":[" + document + "]}";
        try {
            return Seed.read(new ByteArrayInputStream(seed.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets time pass, more than any import takes. */
    void wait(Duration duration) {
        now = now.plus(duration);
    }

    /** Asks what was asked, with the ids of this conversation. */
    Answer ask(Conversation.Recorded exchange, Likeness likeness) {
        if (exchange.method().equals("POST") && exchange.answer().status() == 201) {
            expectId(exchange);
        }
        String body = exchange.requestBody();
        return send(
                exchange.user(),
                exchange.method(),
                likeness.translated(exchange.target()),
                exchange.requestHeaders(),
                body);
    }

    private void expectId(Conversation.Recorded create) {
        Matcher created = CREATED.matcher(create.answer().text());
        boolean chosen = String.valueOf(create.requestBody()).contains("\"id\"");
        if (!chosen && created.find()) {
            ids.add(ImageId.of(created.group(1)));
        }
    }

    /** Makes an image that was made without being recorded. */
    void make(String id, String body) {
        ids.add(ImageId.of(UUID.fromString(id)));
        require(201, send("producer", "POST", "/v2/images", Map.of(), body));
    }

    void upload(String id, String data) {
        require(
                204,
                send(
                        "producer",
                        "PUT",
                        "/v2/images/" + id + "/file",
                        Map.of("Content-Type", "application/octet-stream"),
                        data));
    }

    void addMember(String id, String member) {
        String body = "{\"member\": \"" + member + "\"}";
        require(200, send("producer", "POST", "/v2/images/" + id + "/members", Map.of(), body));
    }

    private static void require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("not prepared: " + answer.status() + " " + answer.text());
        }
    }

    private Answer send(
            @Nullable String user, String method, String target, Map<String, String> headers, @Nullable String body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.uri() + target)).method(method, publisher);
        headers.forEach((name, value) -> {
            // The client writes the length itself.
            if (!name.equalsIgnoreCase("Content-Length")) {
                request.setHeader(name, value);
            }
        });
        if (user != null) {
            request.setHeader("X-Auth-Token", requireNonNull(tokens.get(user), user));
        }
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> fields.put(name, String.join(", ", values)));
            return new Answer(response.statusCode(), fields, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
        service.close();
    }
}
