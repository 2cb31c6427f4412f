package org.glance4j.feign.walks;

import java.util.List;
import java.util.Random;
import org.glance4j.contract.Party;
import org.glance4j.model.ImageId;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.NamespaceSortKey;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.ImageTransport;

/** Draws what is done next to the catalog of metadata definitions. */
final class CatalogDeeds {
    private static final List<String> NAMES = List.of("a", "b", "c d");
    private static final List<String> TYPES = List.of("OS::Glance::Image", "OS::Nova::Flavor");
    private static final List<Party> PROJECTS = List.of(Party.OWNER, Party.CONSUMER, Party.ADMIN);

    private static final int LARGEST_PAGE = 1000;

    private final Random random;

    CatalogDeeds(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Draws the making of a namespace. */
    Deed create() {
        Visibility visibility = one(List.of(Visibility.PUBLIC, Visibility.PRIVATE));
        boolean isProtected = random.nextInt(6) == 0;
        boolean filled = random.nextBoolean();
        Party owner = one(PROJECTS);
        return new Deed(
                "create namespace " + visibility + (isProtected ? " protected" : "") + (filled ? " filled" : "")
                        + " of " + owner,
                (ground, transport, id) -> {
                    Namespace.Builder made = Namespace.named(
                                    ground.namespace(id).value())
                            .visibility(visibility)
                            .isProtected(isProtected)
                            .owner(ground.project(owner));
                    if (filled) {
                        made.tag(MetadefTag.of("a"))
                                .property(property("a"))
                                .object(object("a"))
                                .resourceType(
                                        ResourceTypeAssociation.of(TYPES.get(0)).withPrefix("hw_"));
                    }
                    return transport.metadefs().namespaces().create(made.build());
                });
    }

    Deed next() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> create();
            case 2 ->
                new Deed(
                        "show namespace",
                        (ground, transport, id) ->
                                transport.metadefs().namespaces().get(ground.namespace(id)));
            case 3 -> list();
            case 4 -> update();
            case 5 ->
                new Deed("delete namespace", (ground, transport, id) -> {
                    transport.metadefs().namespaces().delete(ground.namespace(id));
                    return null;
                });
            case 6, 7 -> object();
            case 8, 9 -> property();
            case 10 -> tag();
            default -> resourceType();
        };
    }

    private Deed list() {
        NamespaceQuery.Builder query = NamespaceQuery.builder();
        String words = "list namespaces";
        if (random.nextInt(3) == 0) {
            Visibility visibility = one(List.of(Visibility.PUBLIC, Visibility.PRIVATE));
            query.visibility(visibility);
            words += " " + visibility;
        }
        if (random.nextInt(3) == 0) {
            String type = one(TYPES);
            query.resourceTypes(List.of(type));
            words += " for " + type;
        }
        if (random.nextBoolean()) {
            query.sort(NamespaceSortKey.NAMESPACE, SortDirection.DESCENDING);
            words += " descending";
        } else {
            query.sort(NamespaceSortKey.NAMESPACE, SortDirection.ASCENDING);
        }
        NamespaceQuery drawn = query.build();
        return new Deed(words, (ground, transport, id) -> ofThisWalk(ground, transport, drawn));
    }

    /**
     * Returns all that there is of this walk: the catalog has other things, too, which others hide and delete meanwhile, so that a
     * second page could not begin behind one of them.
     */
    static List<Namespace> ofThisWalk(Ground ground, ImageTransport transport, NamespaceQuery query) {
        NamespacePage all = transport
                .metadefs()
                .namespaces()
                .list(query.toBuilder().limit(LARGEST_PAGE).build());
        return all.items().stream()
                .filter(item -> item.name().value().startsWith(ground.mark()))
                .toList();
    }

    private Deed update() {
        String text = one(NAMES);
        boolean isProtected = random.nextInt(4) == 0;
        boolean renamed = random.nextInt(3) == 0;
        Visibility visibility = one(List.of(Visibility.PUBLIC, Visibility.PRIVATE));
        Party owner = one(PROJECTS);
        return new Deed(
                "update namespace: " + text + " " + visibility + (isProtected ? " protected" : "")
                        + (renamed ? " renamed" : "") + " of " + owner,
                (ground, transport, id) -> {
                    ImageId other = renamed ? ground.other(id) : id;
                    return transport
                            .metadefs()
                            .namespaces()
                            .update(
                                    ground.namespace(id),
                                    Namespace.named(ground.namespace(other).value())
                                            .displayName(text)
                                            .description("about " + text)
                                            .visibility(visibility)
                                            .isProtected(isProtected)
                                            .owner(ground.project(owner))
                                            .build());
                });
    }

    private static MetadefProperty property(String name) {
        return MetadefProperty.of(name, PropertyType.STRING, "A title").build();
    }

    private static MetadefObject object(String name) {
        return MetadefObject.named(name)
                .description("An object")
                .required(List.of("p"))
                .property(property("p"))
                .build();
    }

    private Deed object() {
        String name = one(NAMES);
        String other = one(NAMES);
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new Deed(
                        "create object " + name,
                        (ground, transport, id) ->
                                transport.metadefs().objects().create(ground.namespace(id), object(name)));
            case 2 ->
                new Deed(
                        "show object " + name,
                        (ground, transport, id) ->
                                transport.metadefs().objects().get(ground.namespace(id), name));
            case 3 ->
                new Deed(
                        "update object " + name + " to " + other,
                        (ground, transport, id) ->
                                transport.metadefs().objects().update(ground.namespace(id), name, object(other)));
            case 4 ->
                new Deed("delete object " + name, (ground, transport, id) -> {
                    transport.metadefs().objects().delete(ground.namespace(id), name);
                    return null;
                });
            default ->
                new Deed("delete all objects", (ground, transport, id) -> {
                    transport.metadefs().objects().deleteAll(ground.namespace(id));
                    return null;
                });
        };
    }

    private Deed property() {
        String name = one(NAMES);
        String other = one(NAMES);
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                new Deed(
                        "create property " + name,
                        (ground, transport, id) ->
                                transport.metadefs().properties().create(ground.namespace(id), property(name)));
            case 2 ->
                new Deed(
                        "show property " + name,
                        (ground, transport, id) ->
                                transport.metadefs().properties().get(ground.namespace(id), name));
            case 3 ->
                new Deed(
                        "show property hw_" + name + " for images",
                        (ground, transport, id) -> transport
                                .metadefs()
                                .properties()
                                .get(ground.namespace(id), "hw_" + name, TYPES.get(0)));
            case 4 ->
                new Deed(
                        "update property " + name + " to " + other,
                        (ground, transport, id) -> transport
                                .metadefs()
                                .properties()
                                .update(
                                        ground.namespace(id),
                                        name,
                                        MetadefProperty.of(other, PropertyType.INTEGER, "A number")
                                                .minimum(1)
                                                .build()));
            case 5 ->
                new Deed("delete property " + name, (ground, transport, id) -> {
                    transport.metadefs().properties().delete(ground.namespace(id), name);
                    return null;
                });
            default ->
                new Deed("delete all properties", (ground, transport, id) -> {
                    transport.metadefs().properties().deleteAll(ground.namespace(id));
                    return null;
                });
        };
    }

    private Deed tag() {
        String name = one(NAMES);
        String other = one(NAMES);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Deed(
                        "create tag " + name,
                        (ground, transport, id) -> transport.metadefs().tags().create(ground.namespace(id), name));
            case 1 ->
                new Deed(
                        "add tags " + name + ", z",
                        (ground, transport, id) ->
                                transport.metadefs().tags().addAll(ground.namespace(id), List.of(name, "z")));
            case 2 ->
                new Deed(
                        "replace tags by " + name + ", y",
                        (ground, transport, id) ->
                                transport.metadefs().tags().replaceAll(ground.namespace(id), List.of(name, "y")));
            case 3 ->
                new Deed(
                        "rename tag " + name + " to " + other,
                        (ground, transport, id) ->
                                transport.metadefs().tags().rename(ground.namespace(id), name, other));
            case 4 ->
                new Deed("delete tag " + name, (ground, transport, id) -> {
                    transport.metadefs().tags().delete(ground.namespace(id), name);
                    return null;
                });
            default ->
                new Deed("delete all tags", (ground, transport, id) -> {
                    transport.metadefs().tags().deleteAll(ground.namespace(id));
                    return null;
                });
        };
    }

    private Deed resourceType() {
        String type = one(TYPES);
        if (random.nextBoolean()) {
            return new Deed(
                    "be for " + type,
                    (ground, transport, id) -> transport
                            .metadefs()
                            .resourceTypes()
                            .associate(
                                    ground.namespace(id),
                                    ResourceTypeAssociation.of(type).withPrefix("hw_")));
        }
        return new Deed("be no longer for " + type, (ground, transport, id) -> {
            transport.metadefs().resourceTypes().dissociate(ground.namespace(id), type);
            return null;
        });
    }
}
