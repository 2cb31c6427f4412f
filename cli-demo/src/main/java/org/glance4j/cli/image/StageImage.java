package org.glance4j.cli.image;

import java.util.concurrent.Callable;
import org.glance4j.cli.session.Session;
import org.glance4j.cli.session.SetupException;
import org.glance4j.transport.ImageData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image stage}. */
@Command(name = "stage", description = "Send an image's data to where the service imports it from later.")
final class StageImage implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final DataSource source = new DataSource();

    @Option(names = "--progress", description = "show how far it is, where standard error is a terminal")
    private boolean progress;

    @Parameters(paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
    private String image = "";

    StageImage(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImageData data = source.find(session.shell())
                .orElseThrow(() -> new SetupException(
                        "there is no data to stage: name a file with --file, or - for standard input"));
        return session.run((cloud, shell) ->
                Staging.stage(cloud.client(), ImageArgument.id(cloud.client(), image), data, shell, progress));
    }
}
