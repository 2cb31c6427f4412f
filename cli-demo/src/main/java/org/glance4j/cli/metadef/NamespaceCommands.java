package org.glance4j.cli.metadef;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verbs on namespaces, but for {@link SetNamespace}. */
final class NamespaceCommands {
    private NamespaceCommands() {}

    /** {@code image metadef namespace create}. */
    @Command(name = "create", description = "Create a namespace; for admins.")
    static final class Create implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Mixin
        private final NamespaceChoices choices = new NamespaceChoices();

        @Parameters(paramLabel = "NAMESPACE", description = "the namespace's name")
        private String namespace = "";

        Create(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_NAMESPACE);
            Namespace.Builder wanted = Namespace.named(namespace);
            choices.addTo(wanted);
            return session.run((cloud, shell) -> shell.print(output.render(
                    Fields.of(cloud.client().metadefs().namespaces().create(wanted.build())))));
        }
    }

    /** {@code image metadef namespace list}. */
    @Command(name = "list", description = "List the namespaces that the caller sees.")
    static final class ListAll implements Callable<Integer> {
        private static final String COLUMN = "namespace";

        private final Session session;

        @Spec
        private @Nullable CommandSpec command;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Option(
                names = "--resource-types",
                paramLabel = "TYPES",
                split = ",",
                description = "list namespaces that are for one of these types of resources, separated by commas")
        private List<String> resourceTypes = new ArrayList<>();

        @Option(names = "--visibility", paramLabel = "VISIBILITY", description = "list public or private namespaces")
        private @Nullable String visibility;

        ListAll(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(List.of(COLUMN));
            NamespaceQuery.Builder query = NamespaceQuery.builder().resourceTypes(resourceTypes);
            if (visibility != null) {
                query.visibility(wanted(visibility));
            }
            return session.run((cloud, shell) -> {
                List<String> names = cloud.client().metadefs().namespaces().list(query.build()).stream()
                        .map(namespace -> namespace.name().value())
                        .toList();
                shell.print(output.render(Fields.column(COLUMN, names)));
            });
        }

        private Visibility wanted(String word) {
            return switch (word) {
                case "public" -> Visibility.PUBLIC;
                case "private" -> Visibility.PRIVATE;
                default ->
                    throw new ParameterException(
                            requireNonNull(command).commandLine(),
                            "no visibility " + word + " of a namespace; there are: public, private");
            };
        }
    }

    /** {@code image metadef namespace show}. */
    @Command(name = "show", description = "Show a namespace, with the names of what it holds.")
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_NAMESPACE);
            return session.run((cloud, shell) -> shell.print(output.render(
                    Fields.of(cloud.client().metadefs().namespaces().get(NamespaceName.of(namespace))))));
        }
    }

    /** {@code image metadef namespace unset}. */
    @Command(name = "unset", description = "Take tags from a namespace.")
    static final class Unset implements Callable<Integer> {
        private final Session session;

        @ArgGroup(exclusive = true, multiplicity = "1")
        private Tags tags = new Tags();

        @Parameters(paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        Unset(Session session) {
            this.session = session;
        }

        /** Which tags to take. */
        static final class Tags {
            @Option(names = "--tag", paramLabel = "TAG", description = "take this tag; may be repeated")
            private List<String> named = new ArrayList<>();

            @Option(names = "--all-tags", description = "take every tag")
            private boolean all;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                NamespaceName name = NamespaceName.of(namespace);
                if (tags.all) {
                    cloud.client().metadefs().tags().deleteAll(name);
                } else {
                    Each.of(
                            tags.named,
                            shell,
                            tag -> cloud.client().metadefs().tags().delete(name, tag));
                }
            });
        }
    }

    /** {@code image metadef namespace delete}. */
    @Command(name = "delete", description = "Delete namespaces, with all that they hold.")
    static final class Delete implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "NAMESPACE", arity = "1..*", description = "the namespaces, by name")
        private List<String> namespaces = List.of();

        Delete(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> Each.of(
                    namespaces,
                    shell,
                    namespace -> cloud.client().metadefs().namespaces().delete(NamespaceName.of(namespace))));
        }
    }
}
