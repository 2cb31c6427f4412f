package org.glance4j.cli.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.glance4j.cli.session.SetupException;
import org.glance4j.cli.session.Shell;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where data comes from. picocli fills the fields. */
final class DataSource {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "the data to send; - for standard input, which is taken without asking if it is a file")
    private @Nullable String file;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            description = "how much data there is, for the service to know it from a stream; another length fails")
    private @Nullable Long sizeBytes;

    /**
     * Returns the data that was named; without a name, standard input's if that is a regular file. A pipe is not taken
     * without being asked for: one that nobody closes would hold up a command that has no data to upload.
     */
    Optional<ImageData> find(Shell shell) {
        if (sizeBytes != null && sizeBytes <= 0) {
            throw refused("a size is a positive number: " + sizeBytes);
        }
        Optional<ImageData> data = file == null
                ? Optional.of(shell).filter(Shell::inIsFile).map(there -> stream(there.in()))
                : Optional.of(named(shell, file));
        if (sizeBytes != null && data.isEmpty()) {
            throw refused("--size goes with data: name a file with --file, or - for standard input");
        }
        return data;
    }

    private ImageData named(Shell shell, String name) {
        if (name.equals("-")) {
            return stream(shell.in());
        }
        try {
            Path path = Path.of(name);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new SetupException("cannot read the file " + name);
            }
            if (!Files.isRegularFile(path)) {
                return stream(Files.newInputStream(path));
            }
            if (sizeBytes != null && sizeBytes != Files.size(path)) {
                throw new SetupException("the file " + name + " has " + Files.size(path) + " bytes, not " + sizeBytes);
            }
            return ImageData.of(path);
        } catch (IOException | InvalidPathException e) {
            throw new SetupException("cannot read the file " + name, e);
        }
    }

    private ImageData stream(InputStream in) {
        return sizeBytes == null ? ImageData.of(in) : ImageData.of(in, sizeBytes);
    }

    private ParameterException refused(String problem) {
        return new ParameterException(requireNonNull(command).commandLine(), problem);
    }
}
