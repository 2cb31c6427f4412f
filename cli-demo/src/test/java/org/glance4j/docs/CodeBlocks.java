package org.glance4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the fenced code blocks of the project's documents. */
public record CodeBlocks(Path root) {

    /** One block: where it starts, and its lines. */
    public record Block(Path file, int line, String language, String text) {
        @Override
        public String toString() {
            return file.getFileName() + ":" + line + " (" + language + ")";
        }
    }

    public static CodeBlocks ofThisProject() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("CHANGELOG.md"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("no CHANGELOG.md in any directory above the working directory");
            }
        }
        return new CodeBlocks(directory);
    }

    public Stream<Block> in(String language) {
        return documents()
                .flatMap(file -> read(file).stream())
                .filter(block -> block.language().equals(language));
    }

    private Stream<Path> documents() {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.list(root.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream();
    }

    private static List<Block> read(Path file) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) {
                continue;
            }
            if (start < 0) {
                start = i;
            } else {
                String language = lines.get(start).substring(3).trim();
                blocks.add(new Block(file, start + 1, language, String.join("\n", lines.subList(start + 1, i))));
                start = -1;
            }
        }
        return blocks;
    }
}
