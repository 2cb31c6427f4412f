package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.MetadefOperations;
import org.junit.jupiter.api.Test;

/** Types of resources, and what holds of all that a namespace holds. */
abstract class ResourceTypeContract extends MetadefContract {

    @Test
    @Statement("D-040")
    final void namespaceIsMadeToBeForATypeByAnAdmin() {
        NamespaceName namespace = open();
        ResourceTypeAssociation given =
                ResourceTypeAssociation.of(IMAGES).withPrefix("hw_").withPropertiesTarget("image");
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().resourceTypes().associate(namespace, given));
        ResourceTypeAssociation made = catalog().resourceTypes().associate(namespace, given);
        assertThat(made.prefix()).isEqualTo("hw_");
        assertThat(made.propertiesTarget()).isEqualTo("image");
        assertThat(made.createdAt()).isNotNull();
        assertThat(consumer().metadefs().resourceTypes().listOf(namespace)).containsExactly(made);
        assertThat(consumer().metadefs().resourceTypes().list())
                .extracting(ResourceType::name)
                .contains(IMAGES);
        refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog().resourceTypes().associate(namespace, ResourceTypeAssociation.of(IMAGES)));
        refused(
                InvalidRequestException.class,
                400,
                () -> catalog().resourceTypes().associate(namespace, ResourceTypeAssociation.of(text(81))));
    }

    @Test
    @Statement("D-041")
    final void typeStaysWhereNoNamespaceIsForItAnyMore() {
        NamespaceName namespace = open();
        catalog().resourceTypes().associate(namespace, ResourceTypeAssociation.of(IMAGES));
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().resourceTypes().dissociate(namespace, IMAGES));
        catalog().resourceTypes().dissociate(namespace, IMAGES);
        assertThat(catalog().resourceTypes().listOf(namespace)).isEmpty();
        assertThat(catalog().resourceTypes().list())
                .extracting(ResourceType::name)
                .contains(IMAGES);
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().resourceTypes().dissociate(namespace, IMAGES));
    }

    @Test
    @Statement("D-042")
    final void nothingIsDeletedFromAProtectedNamespace() {
        NamespaceName namespace = open();
        catalog().objects().create(namespace, MetadefObject.named("o").build());
        catalog().properties().create(namespace, property("p"));
        catalog().tags().create(namespace, "t");
        catalog().resourceTypes().associate(namespace, ResourceTypeAssociation.of(IMAGES));
        protect(namespace);
        List<ThrowingCallable> deletions = List.of(
                () -> catalog().objects().delete(namespace, "o"),
                () -> catalog().properties().delete(namespace, "p"),
                () -> catalog().tags().delete(namespace, "t"),
                () -> catalog().resourceTypes().dissociate(namespace, IMAGES),
                () -> catalog().objects().deleteAll(namespace),
                () -> catalog().properties().deleteAll(namespace),
                () -> catalog().tags().deleteAll(namespace));
        deletions.forEach(deletion -> refused(ForbiddenException.class, 403, deletion));
        refused(MetadefNotFoundException.class, 404, () -> catalog().objects().delete(namespace, "unknown"));
        assertThat(catalog().namespaces().get(namespace).objects()).hasSize(1);
        catalog().tags().replaceAll(namespace, List.of("others"));
        assertThat(catalog().tags().list(namespace)).hasSize(1);
    }

    @Test
    @Statement("D-043")
    final void whatAHiddenNamespaceHoldsIsNotFound() {
        NamespaceName hidden = ownersOwn();
        for (NamespaceName namespace : List.of(hidden, uniqueNamespace())) {
            MetadefOperations others = consumer().metadefs();
            List<ThrowingCallable> calls = List.of(
                    () -> others.objects().list(namespace),
                    () -> others.objects().get(namespace, "x"),
                    () -> others.objects()
                            .create(namespace, MetadefObject.named("x").build()),
                    () -> others.objects()
                            .update(namespace, "x", MetadefObject.named("x").build()),
                    () -> others.objects().delete(namespace, "x"),
                    () -> others.objects().deleteAll(namespace),
                    () -> others.properties().list(namespace),
                    () -> others.properties().get(namespace, "x"),
                    () -> others.properties().get(namespace, "x", IMAGES),
                    () -> others.properties().create(namespace, property("x")),
                    () -> others.properties().update(namespace, "x", property("x")),
                    () -> others.properties().delete(namespace, "x"),
                    () -> others.properties().deleteAll(namespace),
                    () -> others.tags().list(namespace),
                    () -> others.tags().get(namespace, "x"),
                    () -> others.tags().create(namespace, "x"),
                    () -> others.tags().addAll(namespace, List.of("x")),
                    () -> others.tags().replaceAll(namespace, List.of("x")),
                    () -> others.tags().rename(namespace, "x", "y"),
                    () -> others.tags().delete(namespace, "x"),
                    () -> others.tags().deleteAll(namespace),
                    () -> others.resourceTypes().listOf(namespace),
                    () -> others.resourceTypes().associate(namespace, ResourceTypeAssociation.of(IMAGES)),
                    () -> others.resourceTypes().dissociate(namespace, IMAGES));
            calls.forEach(call -> refused(MetadefNotFoundException.class, 404, call));
        }
        assertThat(owner().metadefs().objects().list(hidden)).isEmpty();
    }
}
