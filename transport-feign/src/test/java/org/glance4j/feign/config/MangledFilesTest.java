package org.glance4j.feign.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.glance4j.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged at random are read or refused, and nothing else ever happens. */
class MangledFilesTest {
    private static final int ROUNDS = 1000;
    private static final List<String> PIECES = List.of(
            "*a",
            "&a ",
            "!!x ",
            "!x ",
            "<<: ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            ", ",
            "\n",
            "\t",
            "'",
            "\"",
            "\\",
            "\\0",
            "\\UFFFFFFFF",
            "|",
            ">",
            "#",
            "%",
            "@",
            "`",
            "?",
            "- ",
            "---",
            "~",
            "yes",
            "0x",
            "1:1",
            "1.",
            "\u0000",
            "\uFEFF",
            "{a}",
            "{{",
            "}}",
            "auth",
            "regions",
            "\ud800");

    @TempDir
    Path directory;

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        long seed = new SplittableRandom().nextLong();
        System.out.println("MangledFilesTest: seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Configuration> whole = Configuration.all().stream()
                .filter(configuration -> !configuration.files().isEmpty())
                .toList();
        int read = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Configuration configuration = whole.get(random.nextInt(whole.size()));
            List<String> names = List.copyOf(configuration.files().keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] damaged = damaged(configuration.files().get(name), random);
            Scratch scratch = new Scratch(directory.resolve("m" + round));
            configuration.files().forEach(scratch::file);
            configuration
                    .environment()
                    .forEach((key, value) -> scratch.variable(
                            key, value.replace("$ROOT", scratch.path("").toString())));
            Files.createDirectories(scratch.path(name).getParent());
            scratch.file(name, damaged);
            try {
                CloudConfig config = scratch.load();
                config.problem();
                config.values();
                read++;
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + ", round " + round + ": " + new String(damaged, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(read).as("some are read").isPositive();
        assertThat(refused).as("some are refused").isPositive();
    }

    private static byte[] damaged(String text, SplittableRandom random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + random.nextInt(4));
            damaged.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
