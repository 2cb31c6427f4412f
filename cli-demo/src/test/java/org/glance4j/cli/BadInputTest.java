package org.glance4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.glance4j.cli.Cli.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is said on one line of standard error, without a stack trace and with nothing on standard output. */
class BadInputTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "OS_AUTH_URL", "http://127.0.0.1:1/identity/v3",
            "OS_USERNAME", "producer",
            "OS_PASSWORD", "a secret",
            "OS_PROJECT_NAME", "producer");

    private static void isOneLine(Outcome outcome, int exit, String... holding) {
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .startsWith("glance4j: ")
                .contains(holding);
        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.out()).isEmpty();
    }

    @Nested
    class OfTheCommandLine {
        private final Cli cli = Cli.offline("producer");

        @Test
        void anUnknownVerb() {
            isOneLine(cli.run("image", "destroy", "x"), 2, "unknown command destroy", "there are: create, list");
        }

        @Test
        void noVerb() {
            isOneLine(cli.run(), 2, "Missing required subcommand");
            isOneLine(cli.run("image"), 2, "glance4j image --help");
        }

        @Test
        void anUnknownOptionWhoseValueMayBeASecret() {
            Outcome outcome = cli.run("image", "list", "--os-pasword=hidden");

            isOneLine(outcome, 2, "unknown option --os-pasword");
            assertThat(outcome.err()).doesNotContain("hidden");
        }

        @Test
        void aMissingArgument() {
            isOneLine(cli.run("image", "show"), 2, "'IMAGE'");
        }

        @Test
        void oneArgumentTooMany() {
            isOneLine(cli.run("image", "show", "a", "b"), 2, "unexpected argument b");
        }

        @Test
        void optionsThatExcludeEachOther() {
            isOneLine(cli.run("image", "set", "--accept", "--reject", "x"), 2, "mutually exclusive");
        }

        @Test
        void toVerifyAndNotToVerify() {
            isOneLine(
                    cli.run("image", "list", "--verify", "--insecure"),
                    2,
                    "--verify, --insecure are mutually exclusive");
            isOneLine(
                    Cli.with(COMPLETE).run("--insecure", "config", "explain", "--verify"),
                    2,
                    "--verify, --insecure are mutually exclusive");
        }

        @Test
        void anUnknownFormat() {
            isOneLine(cli.run("image", "list", "-f", "xml"), 2, "xml");
        }

        @Test
        void anUnknownColumnBeforeAnythingIsDone() {
            isOneLine(cli.run("image", "create", "x", "-c", "colour"), 2, "no column colour");
        }

        @Test
        void anUnknownMemberStatus() {
            isOneLine(cli.run("image", "list", "--member-status", "perhaps"), 2, "accepted, pending, rejected, all");
        }

        @Test
        void anUnknownSortKey() {
            isOneLine(cli.run("image", "list", "--sort", "colour:asc"), 2, "cannot sort by colour:asc");
        }

        @Test
        void aNegativeLimit() {
            isOneLine(cli.run("image", "list", "--limit", "-1"), 2, "-1");
            isOneLine(cli.run("image", "list", "--max-items", "-7"), 2, "-7");
        }

        @Test
        void aPropertyWithoutAValue() {
            isOneLine(cli.run("image", "create", "x", "--property", "key"), 2, "KEY=VALUE");
        }

        @Test
        void aFileThatIsNotThere(@TempDir Path directory) {
            isOneLine(
                    cli.run(
                            "image",
                            "create",
                            "x",
                            "--file",
                            directory.resolve("none").toString()),
                    2,
                    "cannot read");
        }

        @Test
        void aSizeWithoutData() {
            isOneLine(cli.run("image", "create", "x", "--size", "3"), 2, "--size goes with data");
            isOneLine(cli.run("image", "create", "x", "--file", "-", "--size", "0"), 2, "positive number: 0");
        }

        @Test
        void stagingWithoutData() {
            isOneLine(cli.run("image", "stage", "x"), 2, "no data to stage");
        }

        @Test
        void anImportOfNoImage() {
            isOneLine(cli.run("image", "import"), 2, "Missing required parameter: 'IMAGE'", "image import --help");
        }

        @Test
        void importOptionsThatDoNotGoTogether() {
            isOneLine(
                    cli.run("image", "import", "x", "--uri", "http://h/"), 2, "--uri goes with --method web-download");
            isOneLine(cli.run("image", "import", "x", "--remote-image", "y"), 2, "glance-download only");
            isOneLine(cli.run("image", "import", "x", "--method", "web-download"), 2, "needs --uri");
            isOneLine(cli.run("image", "import", "x", "--method", "glance-download"), 2, "needs --remote-region");
            isOneLine(cli.run("image", "import", "x", "--method", "copy-image"), 2, "needs --store or --all-stores");
            isOneLine(cli.run("image", "import", "x", "--all-stores", "--store", "a"), 2, "mutually exclusive");
            isOneLine(
                    cli.run("image", "import", "x", "--allow-failure", "--disallow-failure"), 2, "mutually exclusive");
        }

        @Test
        void aUriThatIsNoUrl() {
            isOneLine(cli.run("image", "import", "x", "--method", "web-download", "--uri", "a b"), 2, "no URL: a b");
            isOneLine(cli.run("image", "import", "x", "--method", "web-download", "--uri", "/a"), 2, "no URL: /a");
        }

        @Test
        void aListOfTasksThatIsNone() {
            isOneLine(
                    cli.run("image", "task", "list", "--status", "ready"), 2, "pending, processing, success, failure");
            isOneLine(cli.run("image", "task", "list", "--sort-key", "size"), 2, "cannot sort by size");
            isOneLine(cli.run("image", "task", "list", "--sort-dir", "up"), 2, "asc, desc");
            isOneLine(cli.run("image", "task", "list", "--limit", "-1"), 2, "-1");
            isOneLine(cli.run("image", "task", "list", "--max-items", "-1"), 2, "-1");
        }

        @Test
        void aDefinitionThatIsNone() {
            String[] property = {
                "image",
                "metadef",
                "property",
                "create",
                "n",
                "--name",
                "a",
                "--title",
                "A",
                "--type",
                "string",
                "--schema",
                "[]"
            };
            isOneLine(cli.run(property), 2, "--schema is no JSON object");
            property[12] = "null";
            isOneLine(cli.run(property), 2, "--schema is no JSON object");
            isOneLine(cli.run("image", "metadef", "property", "create", "n", "--name", "a"), 2, "'--title");
            isOneLine(cli.run("image", "metadef", "object", "create", "x"), 2, "--namespace");
            isOneLine(cli.run("image", "metadef", "namespace", "list", "--visibility", "shared"), 2, "public, private");
            isOneLine(cli.run("image", "metadef", "namespace", "unset", "n"), 2, "--tag");
        }

        @Test
        void aPortThatIsNone() {
            isOneLine(cli.run("serve", "--port", "65536"), 2, "no port: 65536");
        }

        @Test
        void aProfileThatIsNone() {
            isOneLine(cli.run("serve", "--profile", "M"), 2, "there are: L, N");
        }
    }

    @Nested
    class OfTheConnection {
        @Test
        void noCredentials() {
            isOneLine(
                    Cli.with(Map.of()).run("image", "list"),
                    2,
                    "auth.auth_url (OS_AUTH_URL)",
                    "OS_USERNAME",
                    "OS_PASSWORD",
                    "there is no clouds.yaml",
                    "--offline");
        }

        @Test
        void anEmptyVariableIsNone() {
            isOneLine(
                    Cli.with(COMPLETE).set("OS_PASSWORD", "").run("image", "list"),
                    2,
                    "auth.password (OS_PASSWORD) is missing");
        }

        @Test
        void aPortWhereNobodyListens() throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            String url = "http://127.0.0.1:" + port + "/identity/v3";

            Outcome outcome = Cli.with(COMPLETE).set("OS_AUTH_URL", url).run("image", "list");

            isOneLine(outcome, 1, "nothing was sent", url);
            assertThat(outcome.err()).doesNotContain("a secret");
        }

        @Test
        void anAddressThatIsNone() {
            Outcome outcome = Cli.with(COMPLETE)
                    .set("OS_AUTH_URL", "http://secret word@host")
                    .run("image", "list");

            isOneLine(outcome, 2, "OS_AUTH_URL sets auth.auth_url to what is no URL");
            assertThat(outcome.err()).doesNotContain("secret");
        }

        @Test
        void anAddressOfAnotherScheme() {
            isOneLine(Cli.with(COMPLETE).set("OS_AUTH_URL", "ftp://host/v3").run("image", "list"), 2, "auth.auth_url");
        }
    }

    @Nested
    class OfTheSeed {
        @TempDir
        private Path directory;

        private Outcome list(String seed) throws IOException {
            Path file = Files.writeString(directory.resolve("seed.json"), seed);
            return Cli.with(Map.of()).run("image", "list", "--offline", "--seed", file.toString());
        }

        @Test
        void aSeedThatIsNotThere() {
            isOneLine(Cli.offline("producer").run("image", "list", "--seed", "/no/such/seed"), 2, "/no/such/seed");
        }

        @Test
        void aSeedThatIsNoJson() throws IOException {
            isOneLine(list("no json\nat all"), 2, "no JSON document");
        }

        @Test
        void aSeedWithAnUnknownField() throws IOException {
            isOneLine(list("{\"imags\": []}"), 2, "imags");
        }

        @Test
        void aSeedWhoseImagesTheServiceRefuses() throws IOException {
            isOneLine(list("{\"images\": [{\"owner\": \"producer\", \"id\": \"no-uuid\"}]}"), 2, "no-uuid");
        }

        @Test
        void aUserThatTheSeedDoesNotHave() {
            isOneLine(Cli.offline("nobody").run("image", "list"), 2, "nobody", "admin, producer, consumer, bystander");
        }
    }

    @Nested
    class OfIdsAndNames {
        private final Cli cli = Cli.offline("producer");

        @ParameterizedTest
        @ValueSource(strings = {"", " ", ".", "..", "a/b", "%2e", "no such image"})
        void anImageThatIsNone(String image) {
            Outcome outcome = cli.run("image", "show", image);

            assertThat(outcome.complaints()).hasSize(1);
            assertThat(outcome.exit()).isEqualTo(1);
        }

        @Test
        void controlCharactersInAnImageName() {
            Outcome outcome = cli.run("image", "show", "a\u001b[2Jb\nc");

            assertThat(outcome.complaints()).hasSize(1);
            assertThat(outcome.err()).doesNotContain("\u001b");
            assertThat(outcome.exit()).isEqualTo(1);
        }

        @Test
        void anIdThatNoImageHas() {
            isOneLine(
                    cli.run("image", "show", "00000000-0000-4000-8000-000000000000"),
                    1,
                    "00000000-0000-4000-8000-000000000000",
                    "status 404");
        }

        @ParameterizedTest
        @ValueSource(strings = {"..", "a/b", "a\nb", ""})
        void aProjectThatNoPathCanCarry(String project) {
            Outcome outcome = cli.run("image", "member", "get", "a96be11e-8536-4910-92cb-de50aa19dfe6", project);

            assertThat(outcome.complaints()).hasSize(1);
            assertThat(outcome.exit()).isEqualTo(1);
        }

        @Test
        void anImageNameThatIsTooLong() {
            isOneLine(cli.run("image", "create", "n".repeat(256)), 1, "too long");
        }
    }
}
