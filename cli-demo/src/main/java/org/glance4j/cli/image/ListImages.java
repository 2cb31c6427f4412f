package org.glance4j.cli.image;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.glance4j.ImageClient;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code image list}. */
@Command(
        name = "list",
        description = "List images: public ones, the caller's own, and those shared with it that it has accepted.")
final class ListImages implements Callable<Integer> {
    private static final List<String> SHORT = List.of("ID", "Name", "Status");
    private static final List<String> LONG = List.of(
            "ID",
            "Name",
            "Disk Format",
            "Container Format",
            "Size",
            "Checksum",
            "Status",
            "Visibility",
            "Protected",
            "Project",
            "Hash Algorithm",
            "Hash Value",
            "Tags");

    private final Session session;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @ArgGroup(exclusive = true)
    private final ListedVisibility visibility = new ListedVisibility();

    @Option(
            names = "--property",
            paramLabel = "KEY=VALUE",
            description = "list images with this property; may be repeated")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--name", paramLabel = "NAME", description = "list images with this name")
    private @Nullable String name;

    @Option(names = "--status", paramLabel = "STATUS", description = "list images in this status")
    private @Nullable String status;

    @Option(
            names = "--member-status",
            paramLabel = "STATUS",
            description =
                    "of the images shared with the caller, list those that it has accepted, rejected, left pending; or all")
    private @Nullable String memberStatus;

    @Option(names = "--project", paramLabel = "PROJECT", description = "list images that this project owns")
    private @Nullable String project;

    @Option(names = "--tag", paramLabel = "TAG", description = "list images with this tag; may be repeated")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--hidden", description = "list hidden images")
    private boolean hidden;

    @Option(names = "--long", description = "print more columns")
    private boolean wide;

    @Option(
            names = "--sort",
            paramLabel = "KEY[:DIRECTION]",
            defaultValue = "name:asc",
            description = "sort by keys, each asc or desc, separated by commas (default: name:asc)")
    private String sort = "name:asc";

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "list one page of at most this many images, the newest")
    private @Nullable Integer limit;

    @Option(
            names = "--max-items",
            paramLabel = "NUMBER",
            description = "list at most this many images, the newest, over as many pages as it takes")
    private @Nullable Integer maxItems;

    @Option(
            names = "--marker",
            paramLabel = "IMAGE",
            description = "list images behind this one, by id or name, in the service's order")
    private @Nullable String marker;

    ListImages(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check(wide ? LONG : SHORT);
        Comparator<Image> order = ImageOrder.parse(sort).orElseThrow(() -> refused("cannot sort by " + sort));
        if (limit != null && limit < 0) {
            throw refused("a limit cannot be negative: " + limit);
        }
        if (maxItems != null && maxItems < 0) {
            throw refused("a number of items cannot be negative: " + maxItems);
        }
        ImageQuery.Builder query = query();
        return session.run((cloud, shell) -> {
            ImageClient client = cloud.client();
            if (marker != null) {
                query.marker(ImageArgument.id(client, marker));
            }
            if (project != null) {
                query.owner(ProjectArgument.resolve(cloud, shell, project));
            }
            List<Image> images = list(client, query.build())
                    .limit(maxItems == null ? Long.MAX_VALUE : maxItems)
                    .sorted(order)
                    .toList();
            shell.print(output.render(listing(images)));
        });
    }

    private ImageQuery.Builder query() {
        ImageQuery.Builder query = ImageQuery.builder();
        visibility.addTo(query);
        if (name != null) {
            query.name(name);
        }
        if (status != null) {
            ImageStatus wanted = ImageStatus.of(status);
            if (wanted == ImageStatus.UNRECOGNIZED) {
                throw refused("no image status " + status);
            }
            query.status(wanted);
        }
        if (memberStatus != null) {
            MemberStatus wanted = MemberStatus.of(memberStatus.toLowerCase(Locale.ROOT));
            if (wanted != MemberStatus.UNRECOGNIZED) {
                query.memberStatus(wanted);
            } else if (memberStatus.equalsIgnoreCase("all")) {
                query.anyMemberStatus();
            } else {
                throw refused("no member status " + memberStatus + "; there are: accepted, pending, rejected, all");
            }
        }
        tags.forEach(query::tag);
        properties.forEach(query::property);
        if (hidden) {
            query.hidden(true);
        }
        return query;
    }

    private Stream<Image> list(ImageClient client, ImageQuery query) {
        if (limit == null) {
            return client.images().list(query).stream();
        }
        return client.images().page(query.toBuilder().limit(limit).build()).items().stream();
    }

    private Listing listing(List<Image> images) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Image image : images) {
            List<@Nullable Object> row = new ArrayList<>();
            ImageHash hash = image.hash();
            row.add(image.id().value());
            row.add(image.name());
            if (wide) {
                row.add(Fields.text(image.diskFormat()));
                row.add(Fields.text(image.containerFormat()));
                row.add(image.sizeBytes());
                row.add(image.checksum());
            }
            row.add(image.statusWord());
            if (wide) {
                row.add(image.visibilityWord());
                row.add(image.isProtected());
                row.add(Fields.text(image.owner()));
                row.add(hash == null ? null : hash.algorithm());
                row.add(hash == null ? null : hash.value());
                row.add(List.copyOf(image.tags()));
            }
            rows.add(row);
        }
        return new Listing(wide ? LONG : SHORT, rows);
    }

    private ParameterException refused(String problem) {
        return new ParameterException(requireNonNull(command).commandLine(), problem);
    }
}
