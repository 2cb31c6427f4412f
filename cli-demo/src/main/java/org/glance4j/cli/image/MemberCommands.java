package org.glance4j.cli.image;

import java.util.concurrent.Callable;
import org.glance4j.ImageClient;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The verbs that read and change an image's members. */
final class MemberCommands {
    private MemberCommands() {}

    /** {@code image add project}. */
    @Command(name = "project", description = "Offer an image to a project: it becomes a member, pending.")
    static final class Add implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(index = "0", paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
        private String image = "";

        @Parameters(
                index = "1",
                paramLabel = "PROJECT",
                description = "the project, by id; by name where names can be looked up")
        private String project = "";

        Add(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_MEMBER);
            return session.run((cloud, shell) -> {
                ImageClient client = cloud.client();
                ImageId imageId = ImageArgument.id(client, image);
                ProjectId memberId = ProjectArgument.resolve(cloud, shell, project);
                shell.print(output.render(Fields.of(client.members().add(imageId, memberId))));
            });
        }
    }

    /** {@code image remove project}. */
    @Command(name = "project", description = "Withdraw an image from a project: it is no longer a member.")
    static final class Remove implements Callable<Integer> {
        private final Session session;

        @Parameters(index = "0", paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
        private String image = "";

        @Parameters(
                index = "1",
                paramLabel = "PROJECT",
                description = "the project, by id; by name where names can be looked up")
        private String project = "";

        Remove(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                ImageId imageId = ImageArgument.id(cloud.client(), image);
                cloud.client().sharing().withdraw(imageId, ProjectArgument.resolve(cloud, shell, project));
            });
        }
    }

    /** {@code image member list}. */
    @Command(name = "list", description = "List an image's members: all for its owner, its own for a member.")
    static final class ListAll implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
        private String image = "";

        ListAll(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_MEMBERS);
            return session.run((cloud, shell) -> {
                ImageId imageId = ImageArgument.offeredId(cloud.client(), image);
                shell.print(output.render(Fields.ofAll(cloud.client().sharing().members(imageId))));
            });
        }
    }

    /** {@code image member get}. */
    @Command(name = "get", description = "Show one member of an image.")
    static final class Get implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(index = "0", paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
        private String image = "";

        @Parameters(
                index = "1",
                paramLabel = "PROJECT",
                description = "the member, by project id; by name where names can be looked up")
        private String project = "";

        Get(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_MEMBER);
            return session.run((cloud, shell) -> {
                ImageId imageId = ImageArgument.offeredId(cloud.client(), image);
                ProjectId memberId = ProjectArgument.resolve(cloud, shell, project);
                shell.print(output.render(Fields.of(cloud.client().members().get(imageId, memberId))));
            });
        }
    }
}
