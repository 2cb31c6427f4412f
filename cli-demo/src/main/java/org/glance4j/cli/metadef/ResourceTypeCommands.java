package org.glance4j.cli.metadef;

import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.Metadefs;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs on the types of resources that namespaces are for. */
final class ResourceTypeCommands {
    private static final String COLUMN = "Name";

    private ResourceTypeCommands() {}

    /** {@code image metadef resource type list}. */
    @Command(name = "list", description = "List the types of resources that any namespace is, or was, for.")
    static final class ListAll implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        ListAll(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(List.of(COLUMN));
            return session.run((cloud, shell) -> shell.print(output.render(Fields.column(
                    COLUMN,
                    cloud.client().metadefs().resourceTypes().list().stream()
                            .map(ResourceType::name)
                            .toList()))));
        }
    }

    /** {@code image metadef resource type association list}. */
    @Command(name = "list", description = "List the types of resources that a namespace is for.")
    static final class ListOf implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        ListOf(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(List.of(COLUMN));
            return session.run((cloud, shell) -> shell.print(output.render(Fields.column(
                    COLUMN,
                    cloud.client().metadefs().resourceTypes().listOf(NamespaceName.of(namespace)).stream()
                            .map(ResourceTypeAssociation::name)
                            .toList()))));
        }
    }

    /** {@code image metadef resource type association create}. */
    @Command(name = "create", description = "Make a namespace be for a type of resource; for admins.")
    static final class Associate implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Option(
                names = "--properties-target",
                paramLabel = "TARGET",
                description = "which of several sets of metadata of such a resource is meant, such as image")
        private @Nullable String propertiesTarget;

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(index = "1", paramLabel = "TYPE", description = "the type of resource, by name")
        private String type = "";

        Associate(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_ASSOCIATION);
            NamespaceName name = NamespaceName.of(namespace);
            ResourceTypeAssociation plain = ResourceTypeAssociation.of(type);
            ResourceTypeAssociation wanted =
                    propertiesTarget == null ? plain : plain.withPropertiesTarget(propertiesTarget);
            return session.run((cloud, shell) -> shell.print(output.render(
                    Fields.of(name, cloud.client().metadefs().resourceTypes().associate(name, wanted)))));
        }
    }

    /** {@code image metadef resource type association delete}. */
    @Command(name = "delete", description = "End that a namespace is for types of resources; for admins.")
    static final class Dissociate implements Callable<Integer> {
        private final Session session;

        @Option(
                names = "--force",
                description = "if the namespace is protected, lift its protection for as long as this takes")
        private boolean force;

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(
                index = "1..*",
                paramLabel = "TYPE",
                arity = "1..*",
                description = "the types of resources, by name")
        private List<String> types = List.of();

        Dissociate(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                Metadefs metadefs = cloud.client().metadefs();
                NamespaceName name = NamespaceName.of(namespace);
                Runnable deletion = () ->
                        Each.of(types, shell, type -> metadefs.resourceTypes().dissociate(name, type));
                if (force) {
                    unprotected(metadefs, name, deletion);
                } else {
                    deletion.run();
                }
            });
        }

        private static void unprotected(Metadefs metadefs, NamespaceName name, Runnable deed) {
            Namespace before = metadefs.namespaces().get(name);
            if (!before.isProtected()) {
                deed.run();
                return;
            }
            protect(metadefs, before, false);
            try {
                deed.run();
            } finally {
                protect(metadefs, before, true);
            }
        }

        private static void protect(Metadefs metadefs, Namespace namespace, boolean isProtected) {
            metadefs.namespaces()
                    .update(
                            namespace.name(),
                            namespace
                                    .toBuilderWithoutContents()
                                    .isProtected(isProtected)
                                    .build());
        }
    }
}
