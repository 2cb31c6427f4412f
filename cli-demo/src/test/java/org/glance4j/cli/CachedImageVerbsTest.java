package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verbs on the cache of image data. Time stands still until a test moves it, so that what is queued stays so. */
class CachedImageVerbsTest {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final InMemoryImageServer server = InMemoryImageServer.builder()
            .clock(() -> now)
            .settings(service -> service.imageCache(true))
            .start();
    private final Cli producer = Cli.on(server, "producer");
    private final Cli admin = Cli.on(server, "admin");
    private String id = "";

    @BeforeEach
    void createImage() {
        byte[] data = "12345".getBytes(UTF_8);
        id = producer.run(data, true, "image", "create", "golden", "--community", "-f", "value", "-c", "id")
                .out()
                .strip();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private String list() {
        return admin.prints("cached", "image", "list", "-f", "value");
    }

    @Test
    void anImageIsQueuedThenCachedThenDeleted() {
        assertThat(admin.prints("cached", "image", "queue", id)).isEmpty();
        assertThat(list()).isEqualTo(id + " queued N/A N/A N/A N/A\n");

        now = now.plus(Duration.ofSeconds(1));
        assertThat(list()).startsWith(id + " cached 2026-01-02T03:04:0").endsWith(" 5 0\n");

        assertThat(admin.prints("cached", "image", "delete", id)).isEmpty();
        assertThat(list()).isEmpty();
    }

    @Test
    void thePartsAreClearedOneByOne() {
        admin.prints("cached", "image", "queue", id);
        admin.prints("cached", "image", "clear", "--cache");
        assertThat(list()).contains("queued");
        admin.prints("cached", "image", "clear", "--queue");
        assertThat(list()).isEmpty();

        admin.prints("cached", "image", "queue", id);
        admin.prints("cached", "image", "clear");
        assertThat(list()).isEmpty();
    }

    @Test
    void oneImagesFailureKeepsNoOther() {
        Outcome outcome =
                admin.run("cached", "image", "queue", "00000000-0000-4000-8000-000000000000", "no such image", id);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).hasSize(2);
        assertThat(list()).startsWith(id + " queued");
    }

    @Test
    void theColumnsAreThoseOfTheOtherClient() {
        admin.prints("cached", "image", "queue", id);

        assertThat(admin.prints("cached", "image", "list"))
                .contains("| ID ", "| State ", "| Last Accessed (UTC) | Last Modified (UTC) | Size | Hits |");
    }

    @Test
    void theCacheIsForAdmins() {
        assertThat(producer.run("cached", "image", "list").complaints())
                .singleElement()
                .asString()
                .contains("status 403");
    }
}
