package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.cli.session.Shell;
import org.glance4j.cli.session.Terminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the server within the test, and ends it by interrupting its thread. */
@Timeout(60)
class ServeTest {
    private static final String IMAGE = "a96be11e-8536-4910-92cb-de50aa19dfe6";

    /** A server that prints its export lines into a pipe. */
    private static final class Running implements AutoCloseable {
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final FutureTask<Integer> exit;
        private final Thread thread;
        private final Map<String, String> exports = new HashMap<>();

        Running(int lines, String... args) throws IOException {
            PipedOutputStream out = new PipedOutputStream();
            List<String> words = new ArrayList<>(List.of("serve"));
            words.addAll(List.of(args));
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(new PipedInputStream(out), UTF_8))) {
                Callable<Integer> serve = () -> Main.run(
                        words,
                        new Shell(
                                Map.of(),
                                Cli.nowhere(),
                                InputStream.nullInputStream(),
                                false,
                                out,
                                err,
                                Terminals.NONE));
                exit = new FutureTask<>(serve);
                thread = new Thread(exit);
                thread.start();
                for (int i = 0; i < lines; i++) {
                    String[] parts =
                            reader.readLine().replaceFirst("^export ", "").split("=", 2);
                    exports.put(parts[0], parts[1]);
                }
            }
        }

        int end() throws Exception {
            thread.interrupt();
            return exit.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    @Test
    void theGuidesTokensWorkUntilItIsInterrupted() throws Exception {
        try (Running server = new Running(5, "--seed", "docs")) {
            assertThat(server.exports)
                    .containsOnlyKeys("OS_AUTH_URL", "OS_REGION_NAME", "API_ENDPOINT", "AUTH_TOKEN", "PRODUCER_TOKEN");
            assertThat(server.exports.get("OS_AUTH_URL"))
                    .isEqualTo(server.exports.get("API_ENDPOINT") + "/identity/v3");
            Cli consumer = withToken(server, "AUTH_TOKEN").set("OS_PROJECT_ID", "123456");
            Cli producer = withToken(server, "PRODUCER_TOKEN");

            assertThat(consumer.run("image", "set", "--accept", IMAGE).exit()).isZero();
            assertThat(producer.prints("image", "member", "list", IMAGE, "-f", "value"))
                    .isEqualTo(IMAGE + " 123456 accepted\n");
            assertThat(server.end()).isZero();
            assertThat(producer.run("image", "list").exit()).isEqualTo(1);
        }
    }

    private static Cli withToken(Running server, String variable) {
        return Cli.with(Map.of(
                "OS_TOKEN", server.exports.get(variable),
                "OS_IMAGE_ENDPOINT_OVERRIDE", server.exports.get("API_ENDPOINT")));
    }

    @Test
    void withoutASeedThereAreTheUsersAndNoImage() throws Exception {
        try (Running server = new Running(3)) {
            assertThat(server.exports).containsOnlyKeys("OS_AUTH_URL", "OS_REGION_NAME", "API_ENDPOINT");
            Cli producer = Cli.with(Map.of(
                    "OS_AUTH_URL", server.exports.get("OS_AUTH_URL"),
                    "OS_REGION_NAME", server.exports.get("OS_REGION_NAME"),
                    "OS_USERNAME", "producer",
                    "OS_PASSWORD", "producer-password",
                    "OS_PROJECT_NAME", "producer"));

            assertThat(producer.prints("image", "list", "-f", "json")).isEqualTo("[]\n");
            assertThat(server.end()).isZero();
            assertThat(server.err.toString(UTF_8))
                    .contains("its users are admin, producer, consumer, bystander, and --print-rig-env")
                    .doesNotContain("producer-password");
        }
    }

    @Test
    void itsAccountsCanBePrintedForProgramsThatTalkToTheApiThemselves() throws Exception {
        try (Running server = new Running(24, "--print-rig-env")) {
            assertThat(server.exports)
                    .containsEntry("RIG_REGION", "RegionOne")
                    .containsEntry("RIG_CONSUMER_USER", "consumer")
                    .containsEntry("RIG_CONSUMER_PASSWORD", "consumer-password")
                    .containsEntry("RIG_GLANCE_URL", server.exports.get("RIG_IMAGE_ENDPOINT"));
            Cli bystander = Cli.with(Map.of(
                    "OS_AUTH_URL", server.exports.get("RIG_AUTH_URL"),
                    "OS_USER_ID", server.exports.get("RIG_BYSTANDER_USER_ID"),
                    "OS_PASSWORD", server.exports.get("RIG_BYSTANDER_PASSWORD"),
                    "OS_PROJECT_ID", server.exports.get("RIG_BYSTANDER_PROJECT_ID")));

            assertThat(bystander.prints("image", "list", "-f", "json")).isEqualTo("[]\n");
        }
    }

    @Test
    void aUsersProjectIsOneThatItHasARoleIn(@TempDir Path directory) throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.json"), """
                {"projects": [{"name": "acme"}, {"name": "alice"}],
                 "users": [{"name": "alice", "roles": {"acme": ["member"]}},
                           {"name": "bob", "roles": {"alice": ["member"]}}]}
                """);
        try (Running server = new Running(14, "--print-rig-env", "--seed", seed.toString())) {
            assertThat(server.exports)
                    .containsEntry("RIG_ALICE_PROJECT", "acme")
                    .containsEntry("RIG_BOB_PROJECT", "alice");
            assertThat(server.exports.get("RIG_ALICE_PROJECT_ID"))
                    .isNotEqualTo(server.exports.get("RIG_BOB_PROJECT_ID"));
        }
    }

    @Test
    void aCacheOfImageDataIsKeptWhereOneIsAskedFor() throws Exception {
        assertThat(cacheOf("--print-rig-env", "--image-cache").exit()).isZero();
        assertThat(cacheOf("--print-rig-env").exit()).isEqualTo(1);
    }

    private static Outcome cacheOf(String... options) throws Exception {
        try (Running server = new Running(24, options)) {
            return Cli.with(Map.of(
                            "OS_AUTH_URL", server.exports.get("RIG_AUTH_URL"),
                            "OS_USER_ID", server.exports.get("RIG_ADMIN_USER_ID"),
                            "OS_PASSWORD", server.exports.get("RIG_ADMIN_PASSWORD"),
                            "OS_PROJECT_ID", server.exports.get("RIG_ADMIN_PROJECT_ID")))
                    .run("cached", "image", "list");
        }
    }

    @Test
    void theLegacyProfileAnswersInItsOwnWords() throws Exception {
        try (Running server = new Running(5, "--seed", "docs", "--profile", "L")) {
            Outcome outcome =
                    withToken(server, "PRODUCER_TOKEN").run("image", "set", "--accept", "--project", "123456", IMAGE);

            assertThat(outcome.err()).contains("Not allowed to update members for image " + IMAGE);
        }
    }

    @Test
    void storesAreServedInTheirOrder() throws Exception {
        try (Running server = new Running(5, "--seed", "docs", "--store", "fast=Fast file store", "--store", "slow")) {
            String url = server.exports.get("API_ENDPOINT") + "/v2/info/stores";
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setRequestProperty("X-Auth-Token", server.exports.get("AUTH_TOKEN"));
            try (InputStream answer = connection.getInputStream()) {
                assertThat(new String(answer.readAllBytes(), UTF_8))
                        .isEqualTo(
                                "{\"stores\":[{\"id\":\"fast\",\"description\":\"Fast file store\",\"default\":\"true\"},"
                                        + "{\"id\":\"slow\"}]}");
            }
        }
    }

    @Test
    void locationsAreOpenedOnRequest() throws Exception {
        assertThat(image()).doesNotContain("locations", "direct_url");
        assertThat(image("--open-locations", "--store", "fast")).contains("\"locations\":[");
        Outcome outcome = Cli.with(Map.of()).run("serve", "--open-locations", "--store", "web");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("with open locations the store web is theirs");
    }

    /** Returns how a server with these options shows its image to the one who owns it. */
    private static String image(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--seed", "docs"));
        all.addAll(List.of(options));
        try (Running server = new Running(5, all.toArray(new String[0]))) {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(server.exports.get("API_ENDPOINT") + "/v2/images")
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("X-Auth-Token", server.exports.get("PRODUCER_TOKEN"));
            try (InputStream answer = connection.getInputStream()) {
                return new String(answer.readAllBytes(), UTF_8);
            }
        }
    }

    @Test
    void twoStoresWithOneIdAreRefused() {
        Outcome outcome = Cli.with(Map.of()).run("serve", "--store", "a", "--store", "a=b");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("a store needs an id that no other has: a=b");
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = Cli.with(Map.of()).run("serve", "--port", Integer.toString(socket.getLocalPort()));

            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.complaints())
                    .singleElement()
                    .asString()
                    .contains("cannot listen on port " + socket.getLocalPort());
        }
    }
}
