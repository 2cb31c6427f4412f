package org.glance4j.cli.image;

import org.glance4j.cli.metadef.MetadefCommands;
import org.glance4j.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tree of verbs below {@code image}. */
public final class ImageCommands {
    private ImageCommands() {}

    /**
     * Returns the command {@code image} with everything below it.
     *
     * @param session what the commands run in
     * @return the command
     */
    public static CommandLine in(Session session) {
        return new CommandLine(new ImageGroup())
                .addSubcommand(new CreateImage(session))
                .addSubcommand(new ListImages(session))
                .addSubcommand(new ShowImage(session))
                .addSubcommand(new SetImage(session))
                .addSubcommand(new UnsetImage(session))
                .addSubcommand(new SaveImage(session))
                .addSubcommand(new StageImage(session))
                .addSubcommand(new CommandLine(new ImportImage(session)).addSubcommand(new ImportImage.Info(session)))
                .addSubcommand(new DeleteImages(session))
                .addSubcommand(new CommandLine(new AddGroup()).addSubcommand(new MemberCommands.Add(session)))
                .addSubcommand(new CommandLine(new RemoveGroup()).addSubcommand(new MemberCommands.Remove(session)))
                .addSubcommand(new CommandLine(new MemberGroup())
                        .addSubcommand(new MemberCommands.ListAll(session))
                        .addSubcommand(new MemberCommands.Get(session)))
                .addSubcommand(new CommandLine(new StoresGroup()).addSubcommand(new ListStores(session)))
                .addSubcommand(new CommandLine(new TaskGroup())
                        .addSubcommand(new TaskCommands.ListAll(session))
                        .addSubcommand(new TaskCommands.Show(session)))
                .addSubcommand(MetadefCommands.in(session));
    }

    @Command(name = "image", description = "Images and their members.")
    private static final class ImageGroup {}

    @Command(name = "add", description = "Add a project to an image.")
    private static final class AddGroup {}

    @Command(name = "remove", description = "Remove a project from an image.")
    private static final class RemoveGroup {}

    @Command(name = "member", description = "The members of an image.")
    private static final class MemberGroup {}

    @Command(name = "stores", description = "The stores of a site.")
    private static final class StoresGroup {}

    @Command(name = "task", description = "The service's tasks.")
    private static final class TaskGroup {}
}
