package org.glance4j.feign.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.glance4j.error.ConfigurationException;

/** A {@code clouds.yaml} of any content, loaded with nothing else around it. */
public final class AnyFile {
    private static final Path PLACE = place();

    private AnyFile() {}

    /** Reads a content; what makes no sense is refused with a word. */
    public static void read(byte[] content) {
        try {
            CloudConfig config = CloudConfig.loader(Map.of(), PLACE, PLACE)
                    .root(PLACE)
                    .opening(path -> new ByteArrayInputStream(content))
                    .load();
            if (config.toString().isBlank()) {
                throw new AssertionError("loaded and shows nothing");
            }
        } catch (ConfigurationException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", refused);
            }
        }
    }

    /** The file has to be there, and its content comes from elsewhere. */
    private static Path place() {
        try {
            Path directory = Files.createTempDirectory("glance4j-any");
            Path file = Files.createFile(directory.resolve("clouds.yaml"));
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
