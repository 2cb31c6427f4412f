package org.glance4j.cli.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.glance4j.ImageClient;
import org.glance4j.cli.session.Session;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image set}. */
@Command(name = "set", description = "Change an image's record, its activation, or the caller's membership of it.")
final class SetImage implements Callable<Integer> {
    private final Session session;

    @ArgGroup(exclusive = true)
    private final MembershipChoice membership = new MembershipChoice();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description =
                    "with --accept, --reject or --pending the member (default: the caller's project); else the new owner, for admins")
    private @Nullable String project;

    @Option(names = "--name", paramLabel = "NAME", description = "the new name")
    private @Nullable String name;

    @Option(names = "--min-disk", paramLabel = "GB", description = "the disk that a server of it needs")
    private @Nullable Integer minDiskGb;

    @Option(names = "--min-ram", paramLabel = "MB", description = "the memory that a server of it needs")
    private @Nullable Integer minRamMb;

    @Option(names = "--container-format", paramLabel = "FORMAT", description = "possible while there is no data")
    private @Nullable String containerFormat;

    @Option(names = "--disk-format", paramLabel = "FORMAT", description = "possible while there is no data")
    private @Nullable String diskFormat;

    @ArgGroup(exclusive = true)
    private final ImageFlags.Protection protection = new ImageFlags.Protection();

    @ArgGroup(exclusive = true)
    private final ImageFlags.Hiding hiding = new ImageFlags.Hiding();

    @ArgGroup(exclusive = true)
    private final ImageFlags.Activation activation = new ImageFlags.Activation();

    @ArgGroup(exclusive = true)
    private final VisibilityChoice visibility = new VisibilityChoice();

    @Option(names = "--property", paramLabel = "KEY=VALUE", description = "set a property; may be repeated")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--tag", paramLabel = "TAG", description = "add a tag; may be repeated")
    private List<String> tags = new ArrayList<>();

    @Mixin
    private final WellKnownProperties wellKnown = new WellKnownProperties();

    @Parameters(paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
    private String image = "";

    SetImage(Session session) {
        this.session = session;
    }

    /** Changes activation, then membership, then the record, each in a request of its own. */
    @Override
    public Integer call() {
        return session.run((cloud, shell) -> {
            ImageClient client = cloud.client();
            boolean decides = membership.status().isPresent();
            ImageId id = decides ? ImageArgument.offeredId(client, image) : ImageArgument.id(client, image);
            ProjectId given = project == null ? null : ProjectArgument.resolve(cloud, shell, project);
            activation.active().ifPresent(active -> activate(client, id, active));
            membership.status().ifPresent(status -> decide(client, id, given, status));
            ImagePatch.Builder patch = patch();
            if (given != null && !decides) {
                patch.owner(given);
            }
            if (!tags.isEmpty()) {
                Set<String> all = new LinkedHashSet<>(client.images().get(id).tags());
                all.addAll(tags);
                patch.tags(all);
            }
            ImagePatch change = patch.build();
            if (!change.operations().isEmpty()) {
                client.images().update(id, change);
            }
        });
    }

    private static void activate(ImageClient client, ImageId id, boolean active) {
        if (active) {
            client.images().reactivate(id);
        } else {
            client.images().deactivate(id);
        }
    }

    /** Decides for a project, or else for the caller's own. */
    private static void decide(ImageClient client, ImageId id, @Nullable ProjectId member, MemberStatus status) {
        if (member != null) {
            client.members().updateStatus(id, member, status);
            return;
        }
        switch (status) {
            case ACCEPTED -> client.sharing().accept(id);
            case REJECTED -> client.sharing().reject(id);
            default -> client.sharing().resetToPending(id);
        }
    }

    private ImagePatch.Builder patch() {
        ImagePatch.Builder patch = ImagePatch.builder();
        if (name != null) {
            patch.name(name);
        }
        if (minDiskGb != null) {
            patch.minDiskGb(minDiskGb);
        }
        if (minRamMb != null) {
            patch.minRamMb(minRamMb);
        }
        if (containerFormat != null) {
            patch.containerFormat(ContainerFormat.of(containerFormat));
        }
        if (diskFormat != null) {
            patch.diskFormat(DiskFormat.of(diskFormat));
        }
        protection.isProtected().ifPresent(patch::isProtected);
        hiding.hidden().ifPresent(patch::hidden);
        visibility.visibility().ifPresent(patch::visibility);
        wellKnown.values().forEach(patch::property);
        properties.forEach(patch::property);
        return patch;
    }
}
