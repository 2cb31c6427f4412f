package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verbs that read tasks, of which imports make some. */
class TaskVerbsTest {
    private final InMemoryImageServer server = InMemoryImageServer.builder()
            .clock(InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")))
            .settings(service -> service.importDelay(Duration.ZERO).importDuration(Duration.ZERO))
            .start();
    private final Cli producer = Cli.on(server, "producer");
    private final Cli admin = Cli.on(server, "admin");

    @BeforeEach
    void importTwice() {
        for (String name : List.of("a", "b")) {
            byte[] data = name.getBytes(UTF_8);
            assertThat(producer.run(data, true, "image", "create", name, "--import")
                            .exit())
                    .isZero();
            producer.prints("image", "show", name);
        }
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private List<String> ids(String... options) {
        return admin.prints(words("image task list -f value -c ID", options))
                .lines()
                .toList();
    }

    private static String[] words(String first, String... more) {
        return Stream.concat(Stream.of(first.split(" ")), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void tasksAreListedToAnAdmin() {
        String owner = server.seed().projectId("producer").orElseThrow().value();

        assertThat(admin.prints("image", "task", "list", "-f", "value", "-c", "Type", "-c", "Status", "-c", "Owner")
                        .lines())
                .hasSize(2)
                .containsOnly("api_image_import success " + owner);
        assertThat(producer.run("image", "task", "list").exit()).isEqualTo(1);
    }

    @Test
    void everyOptionOfTheListCounts() {
        List<String> inOrder = ids("--sort-key", "id", "--sort-dir", "asc");

        assertThat(inOrder).hasSize(2).doesNotHaveDuplicates();
        assertThat(ids("--sort-key", "id")).containsExactly(inOrder.get(1), inOrder.get(0));
        assertThat(ids("--limit", "1", "--sort-key", "id", "--sort-dir", "asc")).isEqualTo(inOrder);
        assertThat(ids("--max-items", "1", "--sort-key", "id", "--sort-dir", "asc"))
                .containsExactly(inOrder.get(0));
        assertThat(ids("--marker", inOrder.get(0), "--sort-key", "id", "--sort-dir", "asc"))
                .containsExactly(inOrder.get(1));
        assertThat(ids("--status", "failure")).isEmpty();
        assertThat(ids("--status", "success")).hasSize(2);
        assertThat(ids("--type", "import")).isEmpty();
    }

    @Test
    void aTaskIsShown() {
        String id = ids().get(0);

        assertThat(admin.prints("image", "task", "show", id, "-f", "json"))
                .contains(
                        "\"created_at\": \"2026-01-02T03:04:05Z\"",
                        "\"expires_at\": \"2026-01-04T03:04:05Z\"",
                        "\"id\": \"" + id + "\"",
                        "\"input\": {",
                        "\"glance-direct\"",
                        "\"status\": \"success\"",
                        "\"type\": \"api_image_import\"");
    }

    @Test
    void anUnknownTaskIsOneLine() {
        Outcome outcome = admin.run("image", "task", "show", "00000000-0000-4000-8000-000000000000");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).singleElement().asString().contains("status 404");
    }
}
