package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --debug} prints. */
class DebugTest {
    private static final String PASSWORD = "producer-password";
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";
    private static final String NAME = "it's \"$HOME\" `id` \\ é";

    private final InMemoryImageServer server = InMemoryImageServer.builder().start();
    private final Cli producer = Cli.on(server, "producer");

    @TempDir
    private Path scratch;

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void linesCanBePasted() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")) && Files.isExecutable(Path.of("/bin/bash")), "no curl");
        byte[] data = "data".getBytes(UTF_8);
        Outcome created = producer.run(
                data, false, "--debug", "image", "create", NAME, "--file", "-", "--tag", NAME, "-f", "value", "-c",
                "id");
        String id = created.out().strip();
        Outcome shown = producer.run("image", "show", id, "--debug", "-f", "value", "-c", "name");

        String token =
                find("(?im)^x-subject-token: (.*)$", pasted(curls(created.err()).get(0), ""));
        String image = pasted(curls(shown.err()).get(1), token);
        assertThat(image).contains("HTTP/1.1 200", id, "it's \\\"$HOME\\\" `id` \\\\ é");
        String again = pasted(curls(created.err()).get(1), token);
        assertThat(again).as("the image with this id is there already").contains("HTTP/1.1 409", id);
        assertThat(created.err()).contains("-T \"$IMAGE_FILE\"");
    }

    @Test
    void answersAreToldAndSecretsAreNot() {
        Outcome shown = producer.run("--debug", "image", "show", NOBODYS);

        assertThat(shown.out()).isEmpty();
        assertThat(shown.err())
                .containsPattern(
                        "(?m)^curl -sS --noproxy '\\*' -i -X POST '.*/v3/auth/tokens' .*\\$OS_PASSWORD.*\n# status 201, .*[0-9]+ ms$")
                .containsPattern(
                        "(?m)^curl .* -H \"X-Auth-Token: \\$OS_TOKEN\"\n# status 404, request req-[0-9a-f-]+, [0-9]+ ms$")
                .doesNotContain(PASSWORD)
                .doesNotContain(Base64.getEncoder().encodeToString(PASSWORD.getBytes(UTF_8)));
        assertThat(producer.run("image", "show", "none").err()).doesNotContain("curl", "#");
    }

    @Test
    void wrongPasswordIsNotShown() {
        Outcome refused = producer.set("OS_PASSWORD", "canary-" + PASSWORD).run("--debug", "image", "list");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("# status 401", "\"name\":\"producer\"")
                .doesNotContain("canary-");
    }

    private static List<String> curls(String err) {
        return err.lines().filter(line -> line.startsWith("curl ")).toList();
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1).strip();
    }

    private String pasted(String line, String token) throws IOException, InterruptedException {
        Path output = scratch.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("/bin/bash", "-euc", line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().putAll(Map.of("OS_PASSWORD", PASSWORD, "OS_TOKEN", token, "LC_ALL", "C.UTF-8"));
        Process bash = shell.start();
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(bash.exitValue()).as(text).isZero();
        return text;
    }
}
