package org.glance4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on {@code clouds.yaml}, and what it tells of it. */
class ConfigTest {
    @TempDir
    Path machine;

    private Cli cli;

    @BeforeEach
    void makeCli() {
        cli = Cli.with(Map.of()).at(machine);
    }

    private void file(String name, String text) throws IOException {
        Path path = machine.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        // A secret that others can read is warned of, which is no matter of these tests.
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void explainTellsOfEveryValueWhereItComesFromAndOfNoSecretWhatItIs() throws IOException {
        file("work/clouds.yaml", """
                clouds:
                  a: {auth: {auth_url: 'https://k.example/v3', username: u, project_name: n}, region_name: R1}
                  b: {auth: {auth_url: 'https://b.example/v3'}}
                """);
        file("home/.config/openstack/secure.yaml", "clouds: {a: {auth: {password: canary-password}}}");

        Outcome outcome = cli.set("OS_CLOUD", "b")
                .set("OS_INTERFACE", "internal")
                .run("config", "explain", "--os-cloud", "a", "--os-project-name", "other", "-f", "json");

        assertThat(outcome.exit()).isZero();
        JsonNode rows = new ObjectMapper().readTree(outcome.out());
        String work = machine.resolve("work/clouds.yaml").toString();
        assertThat(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.get("Key").asText() + " = "
                                + row.get("Value").asText() + " from "
                                + row.get("Source").asText()))
                .contains(
                        "cloud = a from --os-cloud",
                        "region_name = R1 from " + work + ":2",
                        "interface = internal from OS_INTERFACE",
                        "verify = true from default",
                        "auth.username = u from " + work + ":2",
                        "auth.password = **** from " + machine.resolve("home/.config/openstack/secure.yaml") + ":1",
                        "auth.project_name = other from --os-project-name",
                        "auth.project_domain_id = default from default");
        assertThat(outcome.out() + outcome.err()).doesNotContain("canary-password");
    }

    @Test
    void explainSaysWhatIsMissingAndWhatToSeeTo() throws IOException {
        file("work/clouds.yaml", "clouds: {a: {auth: {username: u}, endpoint_override: 'https://i'}}");

        Outcome outcome = cli.run("config", "explain", "-f", "value", "-c", "Key");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("auth.username\n");
        assertThat(outcome.complaints())
                .anyMatch(line -> line.contains("clouds.a.endpoint_override has no effect"))
                .anyMatch(line -> line.contains("no connection: ") && line.contains("auth.auth_url"));
    }

    @Test
    void theImageServicesEndpointCountsAsAVariableOverTheCloudOfTheFile() throws IOException {
        file("work/clouds.yaml", """
                clouds:
                  a:
                    auth: {auth_url: 'https://k.example/v3', username: u, password: p}
                    image_endpoint_override: https://file.example
                """);

        assertThat(cli.set("OS_IMAGE_ENDPOINT_OVERRIDE", "https://variable.example")
                        .prints("config", "explain", "--os-cloud", "a", "-f", "value"))
                .contains("image_endpoint_override https://variable.example OS_IMAGE_ENDPOINT_OVERRIDE");
    }

    @Test
    void explainSaysThatAFileIsNotThere() throws IOException {
        file("work/clouds.yaml", "clouds: {a: {auth: {auth_url: 'https://k.example/v3', username: u, password: p}}}");

        Outcome outcome = cli.set("OS_CACERT", "gone.pem").run("config", "explain", "--os-cloud", "a");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains("no connection: OS_CACERT names " + machine.resolve("work/gone.pem") + " as cacert");
    }

    @Test
    void everyCommandSaysWhatToSeeTo() throws IOException {
        try (InMemoryImageServer server =
                InMemoryImageServer.builder().seed(Seed.docs()).start()) {
            Path file = machine.resolve("work/clouds.yaml");
            file("work/clouds.yaml", """
                    clouds:
                      here:
                        auth: {auth_url: "%s", username: consumer, password: consumer-password, project_name: consumer}
                        endpoint_override: 'https://i'
                    """.formatted(server.authUrl()));
            assumeTrue(
                    Files.getFileStore(file).supportsFileAttributeView("posix"),
                    "files have no POSIX permissions here");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

            Outcome outcome = cli.run("image", "list", "--insecure");

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.complaints())
                    .anyMatch(line -> line.contains("endpoint_override has no effect"))
                    .anyMatch(line -> line.contains("can be read by other users of this machine: chmod 600 " + file))
                    .anyMatch(line -> line.contains("verify is off"))
                    .hasSize(3);
        }
    }

    @Test
    void aBrokenFileIsOneLineThatNamesIt() throws IOException {
        file("work/clouds.yaml", "clouds: {a: {auth: {password: *canary}}}");

        for (String[] command : new String[][] {{"config", "explain"}, {"image", "list"}}) {
            Outcome outcome = cli.run(command);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.complaints())
                    .singleElement()
                    .asString()
                    .contains(machine.resolve("work/clouds.yaml") + " is not YAML at line 1")
                    .doesNotContain("canary");
        }
    }

    @Test
    void imagesAreListedOnACloudOfTheFile() throws IOException {
        try (InMemoryImageServer server =
                InMemoryImageServer.builder().seed(Seed.docs()).start()) {
            file("work/clouds.yaml", """
                    clouds:
                      here:
                        auth: {auth_url: "%s", username: consumer, password: consumer-password, project_name: consumer}
                      there:
                        auth: {auth_url: "http://127.0.0.1:1/v3", username: u, password: p, project_name: n}
                    """.formatted(server.authUrl()));

            assertThat(cli.set("OS_CLOUD", "there").run("image", "list", "--os-cloud", "here"))
                    .returns(0, Outcome::exit)
                    .returns(List.of(), Outcome::complaints);
            Outcome unreachable = cli.run("image", "list", "--os-cloud", "there");
            assertThat(unreachable.exit()).isEqualTo(1);
            assertThat(unreachable.err()).contains("auth.auth_url http://127.0.0.1:1/v3", "work/clouds.yaml:5");
        }
    }
}
