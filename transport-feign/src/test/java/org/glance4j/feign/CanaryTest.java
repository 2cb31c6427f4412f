package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glance4j.feign.tls.TlsFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret in anything that can be seen, with everything logged that can be: a JVM of its own is searched for them. */
class CanaryTest {

    @TempDir
    private Path scratch;

    @Test
    void noSecretIsInLogsFailuresAndTextsWhateverServicesRepeat() throws Exception {
        Path captured = scratch.resolve("captured");
        Process scenes = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CanaryScenes.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(captured.toFile())
                .start();
        assertThat(scenes.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(captured);

        assertThat(scenes.exitValue()).as(end(text)).isZero();
        assertThat(text)
                .contains("TRACE org.glance4j.feign - POST /v2.0/tokens -> {\"access\":{\"token\":{\"id\":\"[hidden]\"")
                .contains("TRACE org.glance4j.feign - curl", "DEBUG org.apache.hc.client5")
                .contains("== settings", "== files", "is not YAML", "Caused by: ", "[hidden]", "Secret[hidden]")
                .contains(
                        "curl -sS --noproxy '*' -i -X POST",
                        "\"username\":\"" + Canaries.USER,
                        "\"name\":\"" + Canaries.USER);
        assertThat(Canaries.findings(text, List.of(keyLine()))).isEmpty();
    }

    /** The search itself: a secret is found in each form. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12"})
    void secretsAreFoundInEveryForm(String before) {
        String secret = before + Canaries.PASSWORD;
        String encoded = Base64.getUrlEncoder().encodeToString(secret.getBytes(UTF_8));

        assertThat(Canaries.findings(secret, List.of())).containsKey("passw\u00f6rd plain");
        assertThat(Canaries.findings(secret.replace("\"", "\\\""), List.of())).containsKey("passw\u00f6rd in JSON");
        assertThat(Canaries.findings(URLEncoder.encode(secret, UTF_8), List.of()))
                .containsKey("passw\u00f6rd in a URL");
        assertThat(Canaries.findings("see " + encoded + ".", List.of())).containsKey("passw\u00f6rd in base64");
        assertThat(Canaries.findings(Canaries.USER, List.of())).isEmpty();
    }

    /** A line in the middle of the private key that the scenes have. */
    private static String keyLine() throws IOException {
        List<String> lines = Files.readAllLines(TlsFiles.file("server.pem"));
        return lines.get(lines.indexOf("-----BEGIN PRIVATE KEY-----") + 1);
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - 2000));
    }
}
