package org.glance4j.cli.metadef;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.Details;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefObjectOperations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs on the objects of a namespace. */
final class ObjectCommands {
    private ObjectCommands() {}

    /** {@code image metadef object create}. */
    @Command(name = "create", description = "Create an object without properties; for admins.")
    static final class Create implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Option(
                names = "--namespace",
                paramLabel = "NAMESPACE",
                required = true,
                description = "the namespace to create it in, by name")
        private String namespace = "";

        @Parameters(paramLabel = "OBJECT", description = "the object's name")
        private String object = "";

        Create(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_OBJECT);
            NamespaceName name = NamespaceName.of(namespace);
            MetadefObject wanted = MetadefObject.named(object).build();
            return session.run((cloud, shell) -> shell.print(output.render(
                    Fields.of(name, cloud.client().metadefs().objects().create(name, wanted)))));
        }
    }

    /** {@code image metadef object list}. */
    @Command(name = "list", description = "List the objects of a namespace.")
    static final class ListAll implements Callable<Integer> {
        private static final List<String> COLUMNS = List.of("name", "description");

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
                for (MetadefObject object : cloud.client().metadefs().objects().list(NamespaceName.of(namespace))) {
                    rows.add(Arrays.asList(object.name(), object.description()));
                }
                shell.print(output.render(new Listing(COLUMNS, rows)));
            });
        }
    }

    /** {@code image metadef object show}. */
    @Command(name = "show", description = "Show an object, with its properties.")
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(index = "1", paramLabel = "OBJECT", description = "the object, by name")
        private String object = "";

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(Fields.OF_OBJECT);
            NamespaceName name = NamespaceName.of(namespace);
            return session.run((cloud, shell) -> shell.print(output.render(
                    Fields.of(name, cloud.client().metadefs().objects().get(name, object)))));
        }
    }

    /** {@code image metadef object update}. */
    @Command(name = "update", description = "Give an object another name; for admins.")
    static final class Update implements Callable<Integer> {
        private final Session session;

        @Option(names = "--name", paramLabel = "NAME", description = "the new name")
        private @Nullable String newName;

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(index = "1", paramLabel = "OBJECT", description = "the object, by name")
        private String object = "";

        Update(Session session) {
            this.session = session;
        }

        /** The service puts what it is sent in the object's place, so that it is sent what was there. */
        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                MetadefObjectOperations objects = cloud.client().metadefs().objects();
                NamespaceName name = NamespaceName.of(namespace);
                MetadefObject now = objects.get(name, object);
                if (newName != null) {
                    objects.update(name, object, now.toBuilder().name(newName).build());
                }
            });
        }
    }

    /** {@code image metadef object delete}. */
    @Command(name = "delete", description = "Delete objects of a namespace; all, where none is named.")
    static final class Delete implements Callable<Integer> {
        private final Session session;

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(
                index = "1..*",
                paramLabel = "OBJECT",
                arity = "0..*",
                description = "the objects, by name; none for all that the namespace has")
        private List<String> objects = List.of();

        Delete(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                NamespaceName name = NamespaceName.of(namespace);
                if (objects.isEmpty()) {
                    cloud.client().metadefs().objects().deleteAll(name);
                } else {
                    Each.of(
                            objects,
                            shell,
                            object -> cloud.client().metadefs().objects().delete(name, object));
                }
            });
        }
    }

    /** {@code image metadef object property show}. */
    @Command(name = "show", description = "Show one property of an object.")
    static final class ShowProperty implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(index = "0", paramLabel = "NAMESPACE", description = "the namespace, by name")
        private String namespace = "";

        @Parameters(index = "1", paramLabel = "OBJECT", description = "the object, by name")
        private String object = "";

        @Parameters(index = "2", paramLabel = "PROPERTY", description = "the property, by name")
        private String property = "";

        ShowProperty(Session session) {
            this.session = session;
        }

        /** The columns are what the property's schema has, which is known with the answer. */
        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                MetadefProperty found =
                        cloud
                                .client()
                                .metadefs()
                                .objects()
                                .get(NamespaceName.of(namespace), object)
                                .properties()
                                .stream()
                                .filter(one -> one.name().equals(property))
                                .findFirst()
                                .orElseThrow(() -> new CommandFailedException("the object " + object + " of namespace "
                                        + namespace + " has no property " + property));
                Details details = new Details(Fields.of(found));
                output.check(details.fields().keySet());
                shell.print(output.render(details));
            });
        }
    }
}
