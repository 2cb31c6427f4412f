package org.glance4j.feign.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data that is larger than both heaps goes up and down between two processes of 64 MiB each. How much is a property: {@code
 * glance4j.large.bytes}; the profile {@code soak} sets 3 GiB.
 */
class LargeDataTest {
    private static final long SIZE_BYTES = Long.getLong("glance4j.large.bytes", 192L << 20);

    @TempDir
    private Path directory;

    @Test
    void dataLargerThanTheHeapGoesUpAndDownUnchanged() throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("large data: seed " + seed + ", " + SIZE_BYTES + " bytes");
        Process server = start("server", LargeDataServer.class);
        try (BufferedReader printed = server.inputReader(StandardCharsets.UTF_8)) {
            String authUrl = printed.readLine();
            assertThat(authUrl).as(errors("server")).isNotNull();

            Process client =
                    start("client", LargeDataClient.class, authUrl, Long.toString(seed), Long.toString(SIZE_BYTES));
            List<String> said =
                    client.inputReader(StandardCharsets.UTF_8).lines().toList();
            assertThat(client.waitFor()).as(errors("client")).isZero();
            server.getOutputStream().close();
            String serverPeak = printed.readLine();

            assertThat(said).hasSize(5);
            assertThat(said.get(1)).as("SHA-512 on record").isEqualTo(said.get(0));
            assertThat(said.get(2)).as("SHA-512 of the download").isEqualTo(said.get(0));
            assertThat(said.get(3)).isEqualTo("VERIFIED VERIFIED");
            System.out.println("large data: peak heap of the client " + said.get(4) + " MiB, of the service "
                    + serverPeak + " MiB, both with -Xmx64m");
        } finally {
            server.destroy();
        }
    }

    private Process start(String name, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errorFile(name)).start();
    }

    private File errorFile(String name) {
        return directory.resolve(name + ".err").toFile();
    }

    private String errors(String name) throws IOException {
        Path file = errorFile(name).toPath();
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
