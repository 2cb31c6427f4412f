package org.glance4j.cli.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glance4j.ImageClient;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Session;
import org.glance4j.cli.session.Shell;
import org.glance4j.data.TransferResult;
import org.glance4j.data.UploadOptions;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.NewImage;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image create}. */
@Command(name = "create", description = "Create an image and, if there is data for it, upload that.")
final class CreateImage implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--id", paramLabel = "ID", description = "the id to use")
    private @Nullable String id;

    @Option(names = "--container-format", paramLabel = "FORMAT", defaultValue = "bare", description = "default: bare")
    private String containerFormat = "bare";

    @Option(names = "--disk-format", paramLabel = "FORMAT", defaultValue = "raw", description = "default: raw")
    private String diskFormat = "raw";

    @Option(names = "--min-disk", paramLabel = "GB", description = "the disk that a server of it needs")
    private @Nullable Integer minDiskGb;

    @Option(names = "--min-ram", paramLabel = "MB", description = "the memory that a server of it needs")
    private @Nullable Integer minRamMb;

    @Mixin
    private final DataSource source = new DataSource();

    @Option(
            names = "--import",
            description =
                    "stage the data and have the service import it, in place of an upload; the import is not awaited")
    private boolean imports;

    @Option(names = "--progress", description = "show how far the upload is, where standard error is a terminal")
    private boolean progress;

    @ArgGroup(exclusive = true)
    private final ImageFlags.Protection protection = new ImageFlags.Protection();

    @ArgGroup(exclusive = true)
    private final VisibilityChoice visibility = new VisibilityChoice();

    @Option(names = "--property", paramLabel = "KEY=VALUE", description = "set a property; may be repeated")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--tag", paramLabel = "TAG", description = "add a tag; may be repeated")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--project", paramLabel = "PROJECT", description = "the project to own it; for admins")
    private @Nullable String project;

    @Parameters(paramLabel = "NAME", description = "the image's name")
    private String name = "";

    CreateImage(Session session) {
        this.session = session;
    }

    /** Looks at the data before the image is made, so that a mistyped file name leaves no empty image behind. */
    @Override
    public Integer call() {
        output.check(Fields.OF_IMAGE);
        Optional<ImageData> data = source.find(session.shell());
        return session.run((cloud, shell) -> {
            ImageClient client = cloud.client();
            NewImage.Builder image = newImage();
            if (project != null) {
                image.owner(ProjectArgument.resolve(cloud, shell, project));
            }
            Image created = client.images().create(image.build());
            if (data.isPresent()) {
                send(client, created.id(), data.get(), shell);
                created = client.images().get(created.id());
            }
            shell.print(output.render(Fields.of(created, false)));
        });
    }

    private void send(ImageClient client, ImageId id, ImageData data, Shell shell) {
        try {
            if (imports) {
                Staging.stage(client, id, data, shell, progress);
                client.imports().start(id, ImageImport.glanceDirect());
            } else {
                upload(client, id, data, shell);
            }
        } catch (ImageDataMismatchException e) {
            throw new CommandFailedException("the image " + id + " was created with wrong data: " + e.getMessage(), e);
        } catch (ImageServiceException e) {
            throw new CommandFailedException("the image " + id + " was created without its data: " + e.getMessage(), e);
        }
    }

    private void upload(ImageClient client, ImageId id, ImageData data, Shell shell) {
        try (ProgressBar bar = new ProgressBar(shell, progress)) {
            UploadOptions options = UploadOptions.defaults().acceptUnverified().progress(bar);
            TransferResult sent = client.data().upload(id, data, options);
            if (!sent.isVerified()) {
                shell.say("warning: the data of image " + id + " is not verified: "
                        + sent.verification().phrase());
            }
        }
    }

    private NewImage.Builder newImage() {
        NewImage.Builder image = NewImage.named(name)
                .containerFormat(ContainerFormat.of(containerFormat))
                .diskFormat(DiskFormat.of(diskFormat));
        if (id != null) {
            image.id(ImageId.of(id));
        }
        if (minDiskGb != null) {
            image.minDiskGb(minDiskGb);
        }
        if (minRamMb != null) {
            image.minRamMb(minRamMb);
        }
        protection.isProtected().ifPresent(image::isProtected);
        visibility.visibility().ifPresent(image::visibility);
        tags.forEach(image::tag);
        properties.forEach(image::property);
        return image;
    }
}
