package org.glance4j.cli.image;

import java.util.concurrent.Callable;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.model.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image show}. */
@Command(name = "show", description = "Show an image's record.")
final class ShowImage implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--human-readable", description = "print the size with a unit")
    private boolean humanReadable;

    @Parameters(paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
    private String image = "";

    ShowImage(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check(Fields.OF_IMAGE);
        return session.run((cloud, shell) -> {
            ImageId id = ImageArgument.id(cloud.client(), image);
            shell.print(output.render(Fields.of(cloud.client().images().get(id), humanReadable)));
        });
    }
}
