package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same verbs through Keystone, catalog and HTTP. */
class VerbsOverHttpTest {
    private final InMemoryImageServer server = InMemoryImageServer.builder().start();
    private final Cli producer = Cli.on(server, "producer");
    private final Cli consumer = Cli.on(server, "consumer");
    private final String consumerId =
            server.seed().projectId("consumer").orElseThrow().value();

    @AfterEach
    void closeServer() {
        server.close();
    }

    private String create(String name) {
        return producer.prints("image", "create", name, "-f", "value", "-c", "id")
                .strip();
    }

    @Test
    void theHandshakeFromCreateToDelete() {
        byte[] data = "image data \u00e9".getBytes(UTF_8);
        Outcome created =
                producer.run(data, false, "image", "create", "golden \u00e9", "--file", "-", "-f", "value", "-c", "id");
        String id = created.out().strip();

        producer.prints("image", "add", "project", "golden \u00e9", consumerId);
        assertThat(producer.prints("image", "member", "list", id, "-f", "value"))
                .isEqualTo(id + " " + consumerId + " pending\n");
        assertThat(consumer.prints("image", "list", "-f", "json")).isEqualTo("[]\n");
        consumer.prints("image", "set", "--accept", "golden \u00e9");
        assertThat(consumer.prints("image", "list", "-f", "value")).isEqualTo(id + " golden \u00e9 active\n");
        assertThat(producer.prints("image", "member", "get", id, consumerId, "-f", "value", "-c", "status"))
                .isEqualTo("accepted\n");
        assertThat(consumer.run("image", "save", id).data()).isEqualTo(data);
        producer.prints("image", "remove", "project", id, consumerId);
        assertThat(consumer.run("image", "show", id).exit()).isEqualTo(1);
        producer.prints("image", "delete", id);
        assertThat(producer.prints("image", "list", "-f", "value")).isEmpty();
    }

    @Test
    void everyPageIsListed() {
        for (int i = 0; i < 27; i++) {
            create("image-%02d".formatted(i));
        }

        assertThat(producer.prints("image", "list", "-f", "value", "-c", "Name").lines())
                .hasSize(27)
                .isSorted();
        assertThat(producer.prints("image", "list", "--limit", "2", "-f", "value", "-c", "Name")
                        .lines())
                .containsExactly("image-25", "image-26");
    }

    private String names(String... options) {
        List<String> words = new ArrayList<>(List.of("image", "list", "-f", "value", "-c", "Name"));
        words.addAll(List.of(options));
        return String.join(
                " ", producer.prints(words.toArray(String[]::new)).lines().toList());
    }

    @Test
    void everyOptionNarrowsTheList() {
        producer.prints("image", "create", "a", "--property", "os_distro=debian", "--tag", "x", "--tag", "y");
        producer.prints("image", "create", "b", "--property", "os_distro=debian", "--property", "k=v", "--tag", "x");
        producer.prints("image", "create", "c");
        producer.prints("image", "set", "--hidden", "c");
        producer.prints("image", "create", "d", "--private");
        producer.prints("image", "create", "e", "--community");

        assertThat(names()).isEqualTo("a b d e");
        assertThat(names("--name", "b")).isEqualTo("b");
        assertThat(names("--tag", "x", "--tag", "y")).isEqualTo("a");
        assertThat(names("--property", "os_distro=debian")).isEqualTo("a b");
        assertThat(names("--property", "os_distro=debian", "--property", "k=v")).isEqualTo("b");
        assertThat(names("--hidden")).isEqualTo("c");
        assertThat(names("--private")).isEqualTo("d");
        assertThat(names("--community")).isEqualTo("e");
        assertThat(names("--shared")).isEqualTo("a b");
        assertThat(names("--public")).isEmpty();
        assertThat(names("--all")).isEqualTo("a b d e");
        assertThat(names("--status", "queued")).isEqualTo("a b d e");
        assertThat(names("--status", "active")).isEmpty();
        assertThat(names("--project", consumerId)).isEmpty();
        assertThat(names("--member-status", "ALL")).isEqualTo("a b d e");
        assertThat(names("--sort", "name:desc")).isEqualTo("e d b a");
        assertThat(names("--sort", "visibility,name:desc")).isEqualTo("e d b a");
        assertThat(names("--max-items", "3")).isEqualTo("b d e");
        assertThat(names("--max-items", "3", "--limit", "2")).isEqualTo("d e");
        assertThat(names("--max-items", "0")).isEmpty();
        assertThat(names("--marker", "b")).isEqualTo("a");
    }

    @Test
    void propertyThatTheServiceTakesForSomethingElseIsRefused() {
        assertThat(producer.run("image", "list", "--property", "limit=1").complaints())
                .singleElement()
                .asString()
                .contains("a custom property named limit");
    }

    @Test
    void aNameThatTwoImagesHaveIsNoArgument() {
        create("twin");
        create("twin");

        assertThat(producer.run("image", "show", "twin").complaints())
                .singleElement()
                .asString()
                .contains("more than one image has the name twin");
    }

    @Test
    void aHiddenImageIsFoundByItsName() {
        String id = create("hidden one");
        producer.prints("image", "set", "--hidden", id);

        assertThat(producer.prints("image", "show", "hidden one", "-f", "value", "-c", "id"))
                .isEqualTo(id + "\n");
    }

    @Test
    void anAdminsProjectNamesAreResolved() {
        String id = create("golden");
        Cli admin = Cli.on(server, "admin");

        Outcome outcome = admin.run("image", "add", "project", id, "consumer", "-f", "value", "-c", "member_id");

        assertThat(outcome.out()).isEqualTo(consumerId + "\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(admin.run("image", "add", "project", id, "no-such").complaints())
                .containsExactly("glance4j: no project has the id or name no-such");
    }

    @Test
    void anyoneElsesProjectNameIsTakenAsAnIdWithAWarning() {
        String id = create("golden");

        Outcome outcome = producer.run("image", "add", "project", id, "consumer", "-f", "value", "-c", "member_id");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("consumer\n");
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains("warning: taking consumer as a project's id");
    }

    @Test
    void aProjectsNameIsTakenAsAnIdWithAWarningWhereIdentityV3IsNotUsed() {
        String id = create("golden");
        Cli token = Cli.with(Map.of(
                "OS_TOKEN", server.token("producer").reveal(),
                "OS_IMAGE_ENDPOINT_OVERRIDE", server.imageEndpoint().toString()));
        Cli v2 = Cli.with(Map.of(
                "OS_AUTH_URL", server.uri().resolve("/identity/v2.0").toString(),
                "OS_IDENTITY_API_VERSION", "2",
                "OS_USERNAME", "producer",
                "OS_PASSWORD", "producer-password",
                "OS_PROJECT_NAME", "producer"));

        for (Cli cli : List.of(token, v2)) {
            assertThat(cli.run("image", "add", "project", id, "consumer").complaints())
                    .first()
                    .asString()
                    .endsWith(
                            "warning: taking consumer as a project's id, for projects are looked up through Identity v3,"
                                    + " which this connection does not use");
        }
    }

    @Test
    void theOwnProjectsNameIsKnown() {
        String id = create("golden");
        producer.prints("image", "add", "project", id, consumerId);

        Outcome outcome = consumer.run("image", "set", "--reject", "--project", "consumer", id);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.complaints()).isEmpty();
        assertThat(producer.prints("image", "member", "list", id, "-f", "value", "-c", "Status"))
                .isEqualTo("rejected\n");
    }

    @Test
    void aTokenAndAnEndpointAreEnough() {
        String id = create("golden");
        producer.prints("image", "add", "project", id, consumerId);
        Cli token = Cli.with(Map.of(
                "OS_TOKEN", server.token("consumer").reveal(),
                "OS_IMAGE_ENDPOINT_OVERRIDE", server.imageEndpoint().toString()));

        assertThat(token.run("image", "set", "--accept", id).complaints()).hasSize(1);
        assertThat(token.set("OS_PROJECT_ID", consumerId)
                        .run("image", "set", "--accept", id)
                        .exit())
                .isZero();
        assertThat(token.prints("image", "list", "-f", "value", "-c", "ID")).isEqualTo(id + "\n");
    }

    @Test
    void aTokenAndAnIdentityServiceAreEnoughForAProject() {
        String id = create("golden");
        Cli token = Cli.with(Map.of(
                "OS_TOKEN", server.token("producer").reveal(),
                "OS_AUTH_URL", server.authUrl().toString(),
                "OS_PROJECT_NAME", "producer"));

        assertThat(token.prints("image", "list", "-f", "value", "-c", "ID")).isEqualTo(id + "\n");
    }

    @Test
    void optionsWinOverVariablesWhereverTheyStand() {
        Cli wrong = producer.set("OS_PASSWORD", "wrong").set("OS_USERNAME", "nobody");

        assertThat(wrong.run("--os-password", "producer-password", "image", "list", "--os-username", "producer")
                        .exit())
                .isZero();
    }

    @Test
    void wrongCredentialsAreOneLineWithoutThePassword() {
        Outcome outcome = producer.set("OS_PASSWORD", "not the password").run("image", "list");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).singleElement().asString().contains("401");
        assertThat(outcome.err()).doesNotContain("not the password");
    }

    @Test
    void aRegionThatIsNotInTheCatalogIsOneLine() {
        Outcome outcome = producer.set("OS_REGION_NAME", "Nowhere").run("image", "list");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.complaints()).singleElement().asString().contains("Nowhere");
    }

    @Test
    void aFailedUploadNamesTheImageThatItLeaves() {
        String id = "11111111-2222-4333-8444-555555555555";
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is on fire");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        Outcome outcome = producer.run(broken, false, "image", "create", "bad", "--id", id, "--file", "-");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains("the image " + id + " was created without its data");
        assertThat(producer.prints("image", "show", id, "-f", "value", "-c", "status"))
                .isEqualTo("queued\n");
    }

    @Test
    void tagsAndPropertiesAreTaken() {
        String id = create("golden");
        producer.prints("image", "set", id, "--tag", "a", "--tag", "b", "--property", "k=v", "--instance-uuid", "i");

        Outcome outcome = producer.run("image", "unset", "golden", "--tag", "a", "--property", "instance_uuid");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(producer.prints("image", "show", id, "-f", "value", "-c", "tags", "-c", "properties"))
                .isEqualTo("{'os_hidden': False, 'k': 'v'}\n['b']\n");
    }

    @Test
    void whatIsNotThereKeepsNothingElseFromBeingTaken() {
        String id = create("golden");
        producer.prints("image", "set", id, "--tag", "b", "--property", "k=v");

        Outcome outcome =
                producer.run("image", "unset", id, "--tag", "a", "--tag", "b", "--property", "j", "--property", "k");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).hasSize(2);
        assertThat(outcome.err()).contains("status 404", "glance4j: the image " + id + " has no property j\n");
        assertThat(producer.prints("image", "show", id, "-f", "value", "-c", "tags", "-c", "properties"))
                .isEqualTo("{'os_hidden': False}\n[]\n");
    }
}
