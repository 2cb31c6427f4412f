package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs by which data is staged, imported, copied and looked for in stores, on a site with two stores. */
class ImportVerbsTest {
    private static final URI PAGE = URI.create("http://web.example/image");

    private final InMemoryImageServer server = InMemoryImageServer.builder()
            .settings(service -> service.stores(
                            Store.of(StoreId.of("fast"))
                                    .withDescription("Fast file store")
                                    .withDefault(true)
                                    .withDetails("file", Map.of("data_dir", "/fast")),
                            Store.of(StoreId.of("slow")).withDetails("file", Map.of("data_dir", "/slow")))
                    .importDelay(Duration.ZERO)
                    .importDuration(Duration.ZERO)
                    .webSource(WebSource.of(Map.of(PAGE, "from the web".getBytes(UTF_8)))))
            .start();
    private final Cli producer = Cli.on(server, "producer");
    private final Cli admin = Cli.on(server, "admin");

    @AfterEach
    void closeServer() {
        server.close();
    }

    private String create(String name) {
        return producer.prints("image", "create", name, "-f", "value", "-c", "id")
                .strip();
    }

    private String status(String id) {
        return producer.prints("image", "show", id, "-f", "value", "-c", "status")
                .strip();
    }

    private String stores(String id) {
        String properties = producer.prints("image", "show", id, "-f", "json", "-c", "properties");
        return properties
                .lines()
                .filter(line -> line.contains("\"stores\""))
                .findFirst()
                .orElse("")
                .replaceAll("[ ,]*\"(stores\": )?", " ")
                .strip();
    }

    @Test
    void stagedDataIsImported(@TempDir Path directory) throws Exception {
        String id = create("golden");
        Path file = Files.writeString(directory.resolve("data"), "12345");

        Outcome staged = producer.run("image", "stage", "--file", file.toString(), "golden");
        assertThat(staged.exit()).isZero();
        assertThat(staged.out()).isEmpty();
        assertThat(staged.err()).isEmpty();
        assertThat(status(id)).isEqualTo("uploading");

        assertThat(producer.prints("image", "import", "golden", "--wait", "-f", "value", "-c", "size", "-c", "status"))
                .isEqualTo("5\nactive\n");
        assertThat(producer.run("image", "save", id).out()).isEqualTo("12345");
    }

    @Test
    void theProgressOfStagingIsDrawnToItsEnd() {
        create("golden");

        Outcome outcome = producer.atTerminal()
                .run("1234".getBytes(UTF_8), true, "image", "stage", "--progress", "--size", "4", "golden");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .contains("\r[=============================>] 100%  4B")
                .endsWith("\n");
    }

    @Test
    void imagesAreCreatedByImport() {
        Outcome created = producer.run(
                "123".getBytes(UTF_8),
                false,
                "image",
                "create",
                "golden",
                "--import",
                "--file",
                "-",
                "-f",
                "value",
                "-c",
                "id");

        String id = created.out().strip();
        assertThat(created.exit()).isZero();
        assertThat(status(id)).isEqualTo("active");
        assertThat(producer.run("image", "save", id).out()).isEqualTo("123");
    }

    @Test
    void theWebIsDownloadedFromIntoNamedStores() {
        String id = create("golden");

        producer.prints(
                "image",
                "import",
                id,
                "--method",
                "web-download",
                "--uri",
                PAGE.toString(),
                "--store",
                "slow",
                "fast",
                "--wait");

        assertThat(producer.run("image", "save", id).out()).isEqualTo("from the web");
        assertThat(stores(id)).isEqualTo("slow,fast");
    }

    @Test
    void aFailedImportSaysWhy() {
        String id = create("golden");

        Outcome outcome = producer.run(
                "image", "import", id, "--method", "web-download", "--uri", "http://web.example/none", "--wait");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.complaints()).singleElement().asString().contains(id);
        assertThat(status(id)).isEqualTo("queued");
    }

    @Test
    void dataIsCopiedAndDeletedStoreByStore() {
        byte[] data = "123".getBytes(UTF_8);
        String id = producer.run(data, true, "image", "create", "golden", "-f", "value", "-c", "id")
                .out()
                .strip();
        assertThat(stores(id)).isEqualTo("fast");

        admin.prints("image", "import", id, "--method", "copy-image", "--all-stores", "--wait");
        assertThat(stores(id)).isEqualTo("fast,slow");

        assertThat(producer.run("image", "delete", "--store", "fast", id).complaints())
                .singleElement()
                .asString()
                .contains("status 403");
        admin.prints("image", "delete", "--store", "fast", id);
        assertThat(stores(id)).isEqualTo("slow");
        assertThat(admin.run("image", "delete", "--store", "slow", id).exit()).isEqualTo(1);
        assertThat(status(id)).isEqualTo("active");
    }

    @Test
    void storesAreListedInDetailToAnAdmin() {
        assertThat(producer.prints("image", "stores", "list", "-f", "value"))
                .isEqualTo("fast Fast file store True\nslow None None\n");
        assertThat(admin.prints("image", "stores", "list", "--detail", "-f", "value", "-c", "ID", "-c", "Properties"))
                .isEqualTo("fast {'data_dir': '/fast'}\nslow {'data_dir': '/slow'}\n");
        assertThat(producer.run("image", "stores", "list", "--detail").exit()).isEqualTo(1);
    }

    @Test
    void theMethodsOfTheSiteAreShown() {
        assertThat(producer.prints("image", "import", "info"))
                .contains("import-methods", "copy-image, glance-direct", "web-download");
        assertThat(producer.prints("image", "import", "info", "-f", "json"))
                .contains("\"import-methods\": [", "\"glance-direct\"");
    }

    @Test
    void aStatusThatDoesNotGoWithTheMethodIsTheServicesToRefuse() {
        String id = create("golden");

        Outcome outcome = producer.run("image", "import", id);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).singleElement().asString().contains("status 409");
    }
}
