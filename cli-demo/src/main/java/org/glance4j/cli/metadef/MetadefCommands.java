package org.glance4j.cli.metadef;

import org.glance4j.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tree of verbs below {@code image metadef}. */
public final class MetadefCommands {
    private MetadefCommands() {}

    /**
     * Returns the command {@code metadef} with everything below it.
     *
     * @param session what the commands run in
     * @return the command
     */
    public static CommandLine in(Session session) {
        return new CommandLine(new MetadefGroup())
                .addSubcommand(new CommandLine(new NamespaceGroup())
                        .addSubcommand(new NamespaceCommands.Create(session))
                        .addSubcommand(new NamespaceCommands.ListAll(session))
                        .addSubcommand(new NamespaceCommands.Show(session))
                        .addSubcommand(new SetNamespace(session))
                        .addSubcommand(new NamespaceCommands.Unset(session))
                        .addSubcommand(new NamespaceCommands.Delete(session)))
                .addSubcommand(new CommandLine(new ObjectGroup())
                        .addSubcommand(new ObjectCommands.Create(session))
                        .addSubcommand(new ObjectCommands.ListAll(session))
                        .addSubcommand(new ObjectCommands.Show(session))
                        .addSubcommand(new ObjectCommands.Update(session))
                        .addSubcommand(new ObjectCommands.Delete(session))
                        .addSubcommand(new CommandLine(new ObjectPropertyGroup())
                                .addSubcommand(new ObjectCommands.ShowProperty(session))))
                .addSubcommand(new CommandLine(new PropertyGroup())
                        .addSubcommand(new PropertyCommands.Create(session))
                        .addSubcommand(new PropertyCommands.ListAll(session))
                        .addSubcommand(new PropertyCommands.Show(session))
                        .addSubcommand(new PropertyCommands.Set(session))
                        .addSubcommand(new PropertyCommands.Delete(session)))
                .addSubcommand(new CommandLine(new ResourceGroup())
                        .addSubcommand(new CommandLine(new TypeGroup())
                                .addSubcommand(new ResourceTypeCommands.ListAll(session))
                                .addSubcommand(new CommandLine(new AssociationGroup())
                                        .addSubcommand(new ResourceTypeCommands.Associate(session))
                                        .addSubcommand(new ResourceTypeCommands.ListOf(session))
                                        .addSubcommand(new ResourceTypeCommands.Dissociate(session)))));
    }

    @Command(name = "metadef", description = "The catalog of metadata definitions.")
    private static final class MetadefGroup {}

    @Command(name = "namespace", description = "The catalog's namespaces.")
    private static final class NamespaceGroup {}

    @Command(name = "object", description = "The objects of a namespace.")
    private static final class ObjectGroup {}

    @Command(name = "property", description = "The properties of an object.")
    private static final class ObjectPropertyGroup {}

    @Command(name = "property", description = "The properties of a namespace.")
    private static final class PropertyGroup {}

    @Command(name = "resource", description = "What namespaces are for.")
    private static final class ResourceGroup {}

    @Command(name = "type", description = "The types of resources that namespaces are for.")
    private static final class TypeGroup {}

    @Command(name = "association", description = "The types of resources that one namespace is for.")
    private static final class AssociationGroup {}
}
