package org.glance4j.cli.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Session;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageDownload;
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

    @Override
    public Integer call() {
        return session.run((cloud, shell) -> {
            ImageId id = ImageArgument.id(cloud.client(), image);
            try (ImageDownload download = cloud.client().data().download(id)) {
                if (file == null) {
                    Download.copy(download, shell.out());
                } else {
                    Download.save(download, Path.of(file));
                }
            } catch (IOException e) {
                throw new CommandFailedException("cannot save the data of image " + id + ": " + Download.reason(e), e);
            }
        });
    }
}
