package org.glance4j.cli.image;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.glance4j.ImageClient;
import org.glance4j.Imports;
import org.glance4j.cli.output.Details;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.OperationNotOfferedException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code image import}, and the group of {@code image import info}. */
@Command(
        name = "import",
        description = "Have the service import an image's data: what was staged, or what it comes by itself.")
final class ImportImage implements Callable<Integer> {
    private final Session session;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ImportOptions options = new ImportOptions();

    @Option(names = "--wait", description = "wait until the import has ended, well or badly")
    private boolean waits;

    // Where a group is a command itself, what it needs is needed for the commands below it too.
    @Parameters(
            paramLabel = "IMAGE",
            arity = "0..1",
            description = "the image, by id or by a name that only one has; needed, but for info")
    private @Nullable String image;

    ImportImage(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check(Fields.OF_IMAGE);
        if (image == null) {
            throw new ParameterException(requireNonNull(command).commandLine(), "Missing required parameter: 'IMAGE'");
        }
        String named = image;
        ImageImport wanted = options.wanted();
        return session.run((cloud, shell) -> {
            ImageClient client = cloud.client();
            ImageId id = ImageArgument.id(client, named);
            if (waits) {
                importAndWait(client.imports(), id, wanted);
            } else {
                client.imports().start(id, wanted);
            }
            shell.print(output.render(Fields.of(client.images().get(id), false)));
        });
    }

    /** What an import comes to its task tells; the image's status tells nothing of a copy, and not every failure. */
    private static void importAndWait(Imports imports, ImageId id, ImageImport wanted) {
        Set<TaskId> earlier = tasks(imports, id).stream().map(Task::id).collect(Collectors.toUnmodifiableSet());
        imports.start(id, wanted);
        tasks(imports, id).stream()
                .filter(task -> !earlier.contains(task.id()))
                .max(Comparator.comparing(Task::createdAt))
                .ifPresent(task -> imports.awaitTask(id, task.id()));
        if (!wanted.method().equals(ImportMethod.COPY_IMAGE)) {
            imports.awaitImage(id, ImageStatus.ACTIVE);
        }
    }

    /** A service that does not tell the tasks of an image leaves only the image to look at. */
    private static List<Task> tasks(Imports imports, ImageId id) {
        try {
            return imports.tasks(id);
        } catch (NotFoundException | OperationNotOfferedException e) {
            return List.of();
        }
    }

    /** {@code image import info}. */
    @Command(name = "info", description = "Show by which methods the site imports.")
    static final class Info implements Callable<Integer> {
        private static final String METHODS = "import-methods";

        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        Info(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(List.of(METHODS));
            return session.run((cloud, shell) -> shell.print(output.render(new Details(Map.of(
                    METHODS,
                    cloud.client().imports().methods().stream()
                            .map(ImportMethod::word)
                            .toList())))));
        }
    }
}
