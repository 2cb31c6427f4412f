package org.glance4j.cli.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Session;
import org.glance4j.cli.session.Shell;
import org.glance4j.data.DownloadOptions;
import org.glance4j.data.TransferResult;
import org.glance4j.data.VerifiedData;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image save}. */
@Command(name = "save", description = "Download an image's data.")
final class SaveImage implements Callable<Integer> {
    private final Session session;

    @Option(names = "--file", paramLabel = "FILE", description = "where to write it (default: standard output)")
    private @Nullable String file;

    @Parameters(paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
    private String image = "";

    SaveImage(Session session) {
        this.session = session;
    }

    /** A terminal is refused before anything is asked: what a disk holds could do anything to it. */
    @Override
    public Integer call() {
        if (file == null && session.shell().terminals().out()) {
            throw new CommandFailedException(
                    "standard output is a terminal: name a file with --file, or send the data elsewhere", null);
        }
        return session.run((cloud, shell) -> {
            ImageId id = ImageArgument.id(cloud.client(), image);
            TransferResult saved = save(cloud.client().data(), id, shell);
            if (!saved.isVerified()) {
                shell.say("warning: the data of image " + id + " is not verified: "
                        + saved.verification().phrase());
            }
        });
    }

    /** A file appears when it is whole and right, and takes the place of one that was there. Pipes and devices are written to. */
    private TransferResult save(VerifiedData data, ImageId id, Shell shell) {
        DownloadOptions options = DownloadOptions.defaults().acceptUnverified().replaceExisting();
        if (file == null) {
            return data.download(id, shell.out(), options);
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path) || Files.isRegularFile(path) || Files.notExists(path)) {
            return data.download(id, path, options);
        }
        try (OutputStream out = Files.newOutputStream(path)) {
            return data.download(id, out, options);
        } catch (IOException e) {
            throw new CommandFailedException("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }
}
