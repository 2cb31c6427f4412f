package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.MetadefOperations;

/**
 * What a deed in the metadata catalog is made of: a namespace of its own, what is in it before, the call, and how to see that it was
 * done.
 *
 * @param before makes what the call needs
 * @param call the call; its answer is {@link Deed#NOTHING} where there is none
 * @param done whether the service has made the change; of a read it never has
 */
record MetadefScript(
        BiConsumer<MetadefOperations, NamespaceName> before,
        BiFunction<MetadefOperations, NamespaceName, Object> call,
        BiPredicate<MetadefOperations, NamespaceName> done) {

    private static final Map<Operation, MetadefScript> ALL = Map.ofEntries(
            making(
                    Operation.CREATE_NAMESPACE,
                    MetadefScript::nothing,
                    (c, n) -> c.namespaces().create(Namespace.named(n.value()).build()),
                    (c, n) -> isThere(c, n)),
            read(
                    Operation.GET_NAMESPACE,
                    MetadefScript::empty,
                    (c, n) -> c.namespaces().get(n)),
            read(
                    Operation.LIST_NAMESPACES,
                    MetadefScript::empty,
                    (c, n) -> c.namespaces()
                            .list(NamespaceQuery.builder().limit(1).build())
                            .items()),
            making(
                    Operation.UPDATE_NAMESPACE,
                    MetadefScript::empty,
                    (c, n) -> c.namespaces()
                            .update(
                                    n,
                                    Namespace.named(n.value())
                                            .description("new")
                                            .build()),
                    (c, n) -> "new".equals(c.namespaces().get(n).description())),
            change(
                    Operation.DELETE_NAMESPACE,
                    MetadefScript::empty,
                    (c, n) -> c.namespaces().delete(n),
                    (c, n) -> !isThere(c, n)),
            making(
                    Operation.CREATE_METADEF_OBJECT,
                    MetadefScript::empty,
                    (c, n) -> c.objects().create(n, MetadefObject.named("a").build()),
                    (c, n) -> !c.objects().list(n).isEmpty()),
            read(
                    Operation.GET_METADEF_OBJECT,
                    MetadefScript::object,
                    (c, n) -> c.objects().get(n, "a")),
            read(
                    Operation.LIST_METADEF_OBJECTS,
                    MetadefScript::object,
                    (c, n) -> c.objects().list(n)),
            making(
                    Operation.UPDATE_METADEF_OBJECT,
                    MetadefScript::object,
                    (c, n) -> c.objects()
                            .update(
                                    n,
                                    "a",
                                    MetadefObject.named("a").description("new").build()),
                    (c, n) -> "new".equals(c.objects().get(n, "a").description())),
            change(
                    Operation.DELETE_METADEF_OBJECT,
                    MetadefScript::object,
                    (c, n) -> c.objects().delete(n, "a"),
                    (c, n) -> c.objects().list(n).isEmpty()),
            change(
                    Operation.DELETE_METADEF_OBJECTS,
                    MetadefScript::object,
                    (c, n) -> c.objects().deleteAll(n),
                    (c, n) -> c.objects().list(n).isEmpty()),
            making(
                    Operation.CREATE_METADEF_PROPERTY,
                    MetadefScript::empty,
                    (c, n) -> c.properties()
                            .create(
                                    n,
                                    MetadefProperty.of("a", PropertyType.STRING, "A")
                                            .build()),
                    (c, n) -> !c.properties().list(n).isEmpty()),
            read(
                    Operation.GET_METADEF_PROPERTY,
                    MetadefScript::property,
                    (c, n) -> c.properties().get(n, "a")),
            read(
                    Operation.LIST_METADEF_PROPERTIES,
                    MetadefScript::property,
                    (c, n) -> c.properties().list(n)),
            making(
                    Operation.UPDATE_METADEF_PROPERTY,
                    MetadefScript::property,
                    (c, n) -> c.properties()
                            .update(
                                    n,
                                    "a",
                                    MetadefProperty.of("a", PropertyType.STRING, "new")
                                            .build()),
                    (c, n) -> c.properties()
                            .get(n, "a")
                            .title()
                            .filter("new"::equals)
                            .isPresent()),
            change(
                    Operation.DELETE_METADEF_PROPERTY,
                    MetadefScript::property,
                    (c, n) -> c.properties().delete(n, "a"),
                    (c, n) -> c.properties().list(n).isEmpty()),
            change(
                    Operation.DELETE_METADEF_PROPERTIES,
                    MetadefScript::property,
                    (c, n) -> c.properties().deleteAll(n),
                    (c, n) -> c.properties().list(n).isEmpty()),
            making(
                    Operation.CREATE_METADEF_TAG,
                    MetadefScript::empty,
                    (c, n) -> c.tags().create(n, "a"),
                    (c, n) -> !c.tags().list(n).isEmpty()),
            making(
                    Operation.ADD_METADEF_TAGS,
                    MetadefScript::tag,
                    (c, n) -> c.tags().addAll(n, List.of("b", "c")),
                    (c, n) -> c.tags().list(n).size() == 3),
            making(
                    Operation.REPLACE_METADEF_TAGS,
                    MetadefScript::tag,
                    (c, n) -> c.tags().replaceAll(n, List.of("b", "c")),
                    (c, n) -> c.tags().list(n).size() == 2),
            read(
                    Operation.GET_METADEF_TAG,
                    MetadefScript::tag,
                    (c, n) -> c.tags().get(n, "a")),
            read(
                    Operation.LIST_METADEF_TAGS,
                    MetadefScript::tag,
                    (c, n) -> c.tags().list(n)),
            making(
                    Operation.UPDATE_METADEF_TAG,
                    MetadefScript::tag,
                    (c, n) -> c.tags().rename(n, "a", "b"),
                    (c, n) -> c.tags().list(n).contains(MetadefTag.of("b"))),
            change(
                    Operation.DELETE_METADEF_TAG,
                    MetadefScript::tag,
                    (c, n) -> c.tags().delete(n, "a"),
                    (c, n) -> c.tags().list(n).isEmpty()),
            change(
                    Operation.DELETE_METADEF_TAGS,
                    MetadefScript::tag,
                    (c, n) -> c.tags().deleteAll(n),
                    (c, n) -> c.tags().list(n).isEmpty()),
            read(
                    Operation.LIST_RESOURCE_TYPES,
                    MetadefScript::type,
                    (c, n) -> c.resourceTypes().list()),
            read(
                    Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS,
                    MetadefScript::type,
                    (c, n) -> c.resourceTypes().listOf(n)),
            making(
                    Operation.ADD_RESOURCE_TYPE_ASSOCIATION,
                    MetadefScript::empty,
                    (c, n) -> c.resourceTypes().associate(n, ResourceTypeAssociation.of("a")),
                    (c, n) -> !c.resourceTypes().listOf(n).isEmpty()),
            change(
                    Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION,
                    MetadefScript::type,
                    (c, n) -> c.resourceTypes().dissociate(n, "a"),
                    (c, n) -> c.resourceTypes().listOf(n).isEmpty()));

    static MetadefScript of(Operation operation) {
        MetadefScript script = ALL.get(operation);
        assertThat(script).as("script of %s", operation).isNotNull();
        return script;
    }

    private static Map.Entry<Operation, MetadefScript> read(
            Operation operation,
            BiConsumer<MetadefOperations, NamespaceName> before,
            BiFunction<MetadefOperations, NamespaceName, Object> call) {
        return making(operation, before, call, (c, n) -> false);
    }

    private static Map.Entry<Operation, MetadefScript> making(
            Operation operation,
            BiConsumer<MetadefOperations, NamespaceName> before,
            BiFunction<MetadefOperations, NamespaceName, Object> call,
            BiPredicate<MetadefOperations, NamespaceName> done) {
        return Map.entry(operation, new MetadefScript(before, call, done));
    }

    private static Map.Entry<Operation, MetadefScript> change(
            Operation operation,
            BiConsumer<MetadefOperations, NamespaceName> before,
            BiConsumer<MetadefOperations, NamespaceName> call,
            BiPredicate<MetadefOperations, NamespaceName> done) {
        BiFunction<MetadefOperations, NamespaceName, Object> answering = (c, n) -> {
            call.accept(c, n);
            return Deed.NOTHING;
        };
        return making(operation, before, answering, done);
    }

    private static void nothing(MetadefOperations catalog, NamespaceName name) {
        // The namespace is what is to be made.
    }

    private static void empty(MetadefOperations catalog, NamespaceName name) {
        catalog.namespaces().create(Namespace.named(name.value()).build());
    }

    private static void object(MetadefOperations catalog, NamespaceName name) {
        empty(catalog, name);
        catalog.objects().create(name, MetadefObject.named("a").build());
    }

    private static void property(MetadefOperations catalog, NamespaceName name) {
        empty(catalog, name);
        catalog.properties()
                .create(name, MetadefProperty.of("a", PropertyType.STRING, "A").build());
    }

    private static void tag(MetadefOperations catalog, NamespaceName name) {
        empty(catalog, name);
        catalog.tags().create(name, "a");
    }

    private static void type(MetadefOperations catalog, NamespaceName name) {
        empty(catalog, name);
        catalog.resourceTypes().associate(name, ResourceTypeAssociation.of("a"));
    }

    private static boolean isThere(MetadefOperations catalog, NamespaceName name) {
        try {
            return catalog.namespaces().get(name).name().equals(name);
        } catch (MetadefNotFoundException e) {
            return false;
        }
    }
}
