package org.glance4j.cli.metadef;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.Details;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefPropertyOperations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The verbs on the properties of a namespace. */
final class PropertyCommands {
    private PropertyCommands() {}

    /** {@code image metadef property create}. */
    @Command(name = "create", description = "Create a property of a namespace; for admins.")
    static final class Create implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Mixin
        private final SchemaOptions options = new SchemaOptions();

        @Parameters(paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        Create(Session session) {
            this.session = session;
        }

        /** The columns are what the property's schema has. */
        @Override
        public Integer call() {
            MetadefProperty wanted = options.whole();
            NamespaceName name = NamespaceName.of(namespace);
            output.check(Fields.of(name, wanted).fields().keySet());
            return session.run((cloud, shell) -> shell.print(output.render(
                    Fields.of(name, cloud.client().metadefs().properties().create(name, wanted)))));
        }
    }

    /** {@code image metadef property list}. */
    @Command(name = "list", description = "List the properties of a namespace.")
    static final class ListAll implements Callable<Integer> {
        private static final List<String> COLUMNS = List.of("name", "title", "type");

        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        ListAll(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(COLUMNS);
            return session.run((cloud, shell) -> {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                for (MetadefProperty property :
                        cloud.client().metadefs().properties().list(NamespaceName.of(namespace))) {
                    rows.add(Arrays.asList(
                            property.name(),
                            property.schema().get("title"),
                            property.schema().get("type")));
                }
                shell.print(output.render(new Listing(COLUMNS, rows)));
            });
        }
    }

    /** {@code image metadef property show}. */
    @Command(name = "show", description = "Show a property of a namespace.")
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(index = "1", paramLabel = "PROPERTY", description = "the property, by name")
        private String property = "";

        Show(Session session) {
            this.session = session;
        }

        /** The columns are what the property's schema has, which is known with the answer. */
        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                NamespaceName name = NamespaceName.of(namespace);
                Details details =
                        Fields.of(name, cloud.client().metadefs().properties().get(name, property));
                output.check(details.fields().keySet());
                shell.print(output.render(details));
            });
        }
    }

    /** {@code image metadef property set}. */
    @Command(name = "set", description = "Change a property of a namespace; for admins.")
    static final class Set implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final SchemaOptions options = new SchemaOptions();

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(index = "1", paramLabel = "PROPERTY", description = "the property, by name")
        private String property = "";

        Set(Session session) {
            this.session = session;
        }

        /** The service puts what it is sent in the property's place, so that it is sent what was there. */
        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                MetadefPropertyOperations properties = cloud.client().metadefs().properties();
                NamespaceName name = NamespaceName.of(namespace);
                properties.update(name, property, options.over(properties.get(name, property)));
            });
        }
    }

    /** {@code image metadef property delete}. */
    @Command(name = "delete", description = "Delete properties of a namespace; all, where none is named.")
    static final class Delete implements Callable<Integer> {
        private final Session session;

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(
                index = "1..*",
                paramLabel = "PROPERTY",
                arity = "0..*",
                description = "the properties, by name; none for all that the namespace has")
        private List<String> properties = List.of();

        Delete(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                NamespaceName name = NamespaceName.of(namespace);
                if (properties.isEmpty()) {
                    cloud.client().metadefs().properties().deleteAll(name);
                } else {
                    Each.of(
                            properties,
                            shell,
                            property -> cloud.client().metadefs().properties().delete(name, property));
                }
            });
        }
    }
}
