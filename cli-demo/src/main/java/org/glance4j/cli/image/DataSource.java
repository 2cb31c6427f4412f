package org.glance4j.cli.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.glance4j.cli.session.SetupException;
import org.glance4j.cli.session.Shell;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;

/** Finds the data to upload. */
final class DataSource {
    private DataSource() {}

    /**
     * Returns the data that was named; without a name, standard input's if that is a regular file. A pipe is not taken
     * without being asked for: one that nobody closes would hold up a command that has no data to upload.
     */
    static Optional<ImageData> find(Shell shell, @Nullable String file) {
        if (file == null) {
            return shell.inIsFile() ? Optional.of(ImageData.of(shell.in())) : Optional.empty();
        }
        if (file.equals("-")) {
            return Optional.of(ImageData.of(shell.in()));
        }
        try {
            Path path = Path.of(file);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new SetupException("cannot read the file " + file);
            }
            return Optional.of(
                    Files.isRegularFile(path) ? ImageData.of(path) : ImageData.of(Files.newInputStream(path)));
        } catch (IOException | InvalidPathException e) {
            throw new SetupException("cannot read the file " + file, e);
        }
    }
}
