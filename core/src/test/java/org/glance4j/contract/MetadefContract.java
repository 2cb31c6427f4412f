package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.Listing;
import org.glance4j.transport.MetadefOperations;
import org.junit.jupiter.api.AfterEach;

/**
 * What the contracts of the metadata catalog share. Each test makes namespaces of its own and deletes them. Types of resources stay,
 * so the tests use few, and always the same.
 */
abstract class MetadefContract extends ResourceContract {
    static final String IMAGES = "OS::Glance::Image";

    private final List<NamespaceName> made = new ArrayList<>();

    /** Returns the catalog as an admin works with it, who alone may change it. */
    final MetadefOperations catalog() {
        return admin().metadefs();
    }

    static NamespaceName uniqueNamespace() {
        return NamespaceName.of("contract-" + UUID.randomUUID());
    }

    static Namespace.Builder called(NamespaceName name) {
        return Namespace.named(name.value());
    }

    final Namespace create(Namespace.Builder namespace) {
        Namespace created = catalog().namespaces().create(namespace.build());
        remember(created.name());
        return created;
    }

    /** Has a note that a namespace was, or will be, made otherwise, to be deleted at the end. */
    final void remember(NamespaceName name) {
        made.add(name);
    }

    /** Returns an empty namespace that everybody sees. */
    final NamespaceName open() {
        return create(called(uniqueNamespace()).visibility(Visibility.PUBLIC)).name();
    }

    /** Returns an empty namespace that the owner's project sees. */
    final NamespaceName ownersOwn() {
        return create(called(uniqueNamespace()).owner(project(Party.OWNER))).name();
    }

    final void protect(NamespaceName name) {
        catalog()
                .namespaces()
                .update(
                        name,
                        called(name)
                                .visibility(Visibility.PUBLIC)
                                .isProtected(true)
                                .build());
    }

    static MetadefProperty property(String name) {
        return MetadefProperty.of(name, PropertyType.STRING, "A title").build();
    }

    /** Returns the names on all pages of a listing, in their order. */
    static List<NamespaceName> listed(ImageTransport party, NamespaceQuery query) {
        return Listing.ofNamespaces(() -> party.metadefs().namespaces(), query).stream()
                .map(Namespace::name)
                .toList();
    }

    static String path(NamespaceName name) {
        return "/v2/metadefs/namespaces/" + name;
    }

    static String text(int length) {
        return "x".repeat(length);
    }

    @AfterEach
    final void deleteNamespacesThatWereMade() {
        for (NamespaceName name : made) {
            try {
                catalog().namespaces().update(name, called(name).build());
                catalog().namespaces().delete(name);
            } catch (MetadefNotFoundException e) {
                assertThat(e.failure().namespace()).isEqualTo(name);
            }
        }
    }
}
