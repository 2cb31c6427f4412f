package org.glance4j.feign.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept in the tree, a directory for each target. */
final class Corpus {
    private static final Path ROOT = Path.of("src", "test", "resources", "org", "glance4j", "feign", "fuzz");

    private Corpus() {}

    static Path directory(Class<?> target) {
        return ROOT.resolve(target.getSimpleName() + "Inputs");
    }

    static List<Path> inputs(Class<?> target) {
        try (Stream<Path> files = Files.list(directory(target))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
