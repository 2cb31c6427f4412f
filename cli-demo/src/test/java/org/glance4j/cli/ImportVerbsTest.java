package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs by which data is staged, imported, copied and looked for in stores, on a site with two stores. */
class ImportVerbsTest {
    private static final URI PAGE = URI.create("http://web.example/image");

    private final InMemoryImageServer server = site(service -> service.stores(
            Store.of(StoreId.of("fast"))
                    .withDescription("Fast file store")
                    .withDefault(true)
                    .withDetails("file", Map.of("data_dir", "/fast")),
            Store.of(StoreId.of("slow")).withDetails("file", Map.of("data_dir", "/slow"))));
    private final Cli producer = Cli.on(server, "producer");
    private final Cli admin = Cli.on(server, "admin");

    /** A site whose imports are done when somebody looks. */
    private static InMemoryImageServer site(UnaryOperator<InMemoryImageService.Builder> settings) {
        return InMemoryImageServer.builder()
                .settings(service -> settings.apply(service)
                        .importDelay(Duration.ZERO)
                        .importDuration(Duration.ZERO)
                        .webSource(WebSource.of(Map.of(PAGE, "from the web".getBytes(UTF_8)))))
                .start();
    }

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

    @Test
    void anotherStoresFailureIsAllowedUnlessItIsNot() {
        try (InMemoryImageServer half = site(service -> service.stores(
                Store.of(StoreId.of("fast")).withDefault(true),
                Store.of(StoreId.of("frozen")).withReadOnly(true)))) {
            Cli cli = Cli.on(half, "producer");
            for (String name : List.of("a", "b", "c")) {
                cli.prints("image", "create", name);
            }

            assertThat(cli.prints(download("a", "--all-stores", "-f", "value", "-c", "status")))
                    .isEqualTo("active\n");
            assertThat(cli.prints(download("b", "--store", "fast", "frozen", "--allow-failure", "-c", "status")))
                    .contains("active");
            assertThat(cli.run(download("c", "--all-stores", "--disallow-failure"))
                            .exit())
                    .isEqualTo(1);
            assertThat(cli.prints("image", "show", "c", "-f", "value", "-c", "status"))
                    .isEqualTo("queued\n");
        }
    }

    private static String[] download(String image, String... options) {
        return Stream.concat(
                        Stream.of(
                                "image",
                                "import",
                                image,
                                "--method",
                                "web-download",
                                "--uri",
                                PAGE.toString(),
                                "--wait"),
                        Stream.of(options))
                .toArray(String[]::new);
    }

    @Test
    void anImageOfAnotherRegionIsImported(@TempDir Path directory) throws Exception {
        String source = "11111111-2222-4333-8444-555555555555";
        Path file = Files.writeString(directory.resolve("seed.json"), """
                {"images": [{"id": "%s", "owner": "producer", "visibility": "public", "disk_format": "raw",
                             "container_format": "bare", "data": {"text": "from elsewhere"}}]}
                """.formatted(source));
        InMemoryImageService elsewhere = Seed.read(file).newService(InstantSource.system(), Profile.SECURE_RBAC);
        try (elsewhere;
                InMemoryImageServer here = site(service ->
                        service.importMethods(ImportMethod.GLANCE_DOWNLOAD).region("elsewhere", elsewhere))) {
            Cli cli = Cli.on(here, "producer");
            cli.prints("image", "create", "golden");

            cli.prints(
                    "image",
                    "import",
                    "golden",
                    "--method",
                    "glance-download",
                    "--remote-region",
                    "elsewhere",
                    "--remote-image",
                    source,
                    "--remote-service-interface",
                    "public",
                    "--wait");

            assertThat(cli.run("image", "save", "golden").out()).isEqualTo("from elsewhere");
        }
    }
}
