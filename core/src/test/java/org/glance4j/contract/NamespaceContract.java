package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.junit.jupiter.api.Test;

/** Namespaces: making, showing, changing and deleting them. */
abstract class NamespaceContract extends MetadefContract {

    @Test
    @Statement("D-001")
    final void namespaceIsMadeByAnAdminAndPrivateByDefault() {
        NamespaceName name = uniqueNamespace();
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().namespaces().create(called(name).build()));
        Namespace made = create(called(name));
        assertThat(made.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(made.owner()).isEqualTo(project(Party.ADMIN));
        assertThat(made.isProtected()).isFalse();
        assertThat(made.createdAt()).isNotNull().isEqualTo(made.updatedAt());
        assertThat(catalog().namespaces().get(name)).isEqualTo(made);
    }

    @Test
    @Statement("D-002")
    final void secondNamespaceOfANameIsAConflict() {
        Namespace made = create(called(uniqueNamespace()).description("the first"));
        MetadefAlreadyExistsException refusal =
                refused(MetadefAlreadyExistsException.class, 409, () -> create(called(made.name())));
        assertThat(refusal.failure().namespace()).isEqualTo(made.name());
        assertThat(catalog().namespaces().get(made.name()).description()).isEqualTo("the first");
    }

    private static Namespace.Builder full(NamespaceName name) {
        return called(name)
                .displayName("Everything")
                .description("All that a namespace can hold")
                .visibility(Visibility.PUBLIC)
                .resourceType(
                        ResourceTypeAssociation.of(IMAGES).withPrefix("hw_").withPropertiesTarget("image"))
                .property(property("speed"))
                .object(MetadefObject.named("cpu")
                        .description("The processor")
                        .required(List.of("cores"))
                        .property(property("cores"))
                        .build())
                .tag(MetadefTag.of("fast"));
    }

    @Test
    @Statement("D-003")
    final void namespaceIsMadeWithAllThatItHolds() {
        Namespace given = full(uniqueNamespace()).build();
        Namespace made = create(given.toBuilder());
        assertThat(made.properties()).isEqualTo(given.properties());
        Namespace shown = consumer().metadefs().namespaces().get(given.name());
        assertThat(shown.displayName()).isEqualTo("Everything");
        assertThat(shown.description()).isEqualTo("All that a namespace can hold");
        assertThat(shown.properties()).isEqualTo(given.properties());
        assertThat(shown.tags()).isEqualTo(given.tags());
        assertThat(shown.resourceTypeAssociations())
                .extracting(
                        ResourceTypeAssociation::name,
                        ResourceTypeAssociation::prefix,
                        ResourceTypeAssociation::propertiesTarget)
                .containsExactly(tuple(IMAGES, "hw_", "image"));
        MetadefObject object = shown.objects().get(0);
        assertThat(object.required()).containsExactly("cores");
        assertThat(object.properties()).containsExactly(property("cores"));
        assertThat(object).isEqualTo(owner().metadefs().objects().get(given.name(), "cpu"));
    }

    @Test
    @Statement("D-004")
    final void namespaceThatIsToHoldANameTwiceIsAConflictAndNotMade() {
        NamespaceName name = uniqueNamespace();
        List<Namespace.Builder> repeating = List.of(
                called(name).tag(MetadefTag.of("a")).tag(MetadefTag.of("a")),
                called(name)
                        .object(MetadefObject.named("a").build())
                        .object(MetadefObject.named("a").build()),
                called(name)
                        .resourceType(ResourceTypeAssociation.of(IMAGES))
                        .resourceType(ResourceTypeAssociation.of(IMAGES)));
        for (Namespace.Builder namespace : repeating) {
            refused(MetadefAlreadyExistsException.class, 409, () -> create(namespace));
            refused(
                    MetadefNotFoundException.class,
                    404,
                    () -> catalog().namespaces().get(name));
        }
    }

    @Test
    @Statement("D-005")
    final void privateNamespaceIsSeenByItsProjectAndAdmins() {
        NamespaceName name = ownersOwn();
        assertThat(owner().metadefs().namespaces().get(name).name()).isEqualTo(name);
        assertThat(target().as(Party.READER).metadefs().namespaces().get(name).name())
                .isEqualTo(name);
        assertThat(catalog().namespaces().get(name).name()).isEqualTo(name);
        refused(
                MetadefNotFoundException.class,
                404,
                () -> consumer().metadefs().namespaces().get(name));
    }

    @Test
    @Statement("D-006")
    final void publicNamespaceIsSeenByEverybody() {
        NamespaceName name = open();
        for (Party party : Party.values()) {
            assertThat(target().as(party).metadefs().namespaces().get(name).visibility())
                    .isEqualTo(Visibility.PUBLIC);
        }
    }

    @Test
    @Statement("D-007")
    final void unknownNamespaceIsNotFound() {
        NamespaceName name = uniqueNamespace();
        MetadefNotFoundException refusal = refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().namespaces().get(name));
        assertThat(refusal.failure().namespace()).isEqualTo(name);
        refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().namespaces().update(name, called(name).build()));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().namespaces().delete(name));
    }

    @Test
    @Statement("D-008")
    final void updatePutsAllValuesInThePlaceOfTheOldAndLeavesWhatIsHeld() {
        Namespace made = create(full(uniqueNamespace()));
        Namespace answered = catalog()
                .namespaces()
                .update(made.name(), called(made.name()).description("other").build());
        Namespace shown = catalog().namespaces().get(made.name());
        assertThat(answered.hasContents()).isFalse();
        assertThat(answered.description()).isEqualTo("other");
        assertThat(shown.description()).isEqualTo("other");
        assertThat(shown.displayName()).isNull();
        assertThat(shown.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(shown.properties()).isEqualTo(made.properties());
        assertThat(shown.objects()).hasSize(1);
        assertThat(shown.tags()).isEqualTo(made.tags());
    }

    @Test
    @Statement("D-009")
    final void updateRenamesUnlessTheNameIsTaken() {
        NamespaceName first = open();
        NamespaceName second = open();
        NamespaceName third = uniqueNamespace();
        remember(third);
        refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog().namespaces().update(first, called(second).build()));
        assertThat(catalog().namespaces().update(first, called(third).build()).name())
                .isEqualTo(third);
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().namespaces().get(first));
        assertThat(catalog().namespaces().get(third).name()).isEqualTo(third);
    }

    @Test
    @Statement("D-010")
    final void ownersProjectChangesNothingAndOthersAreToldNothing() {
        NamespaceName name = ownersOwn();
        Namespace values = called(name).description("mine").build();
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().namespaces().update(name, values));
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().namespaces().delete(name));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> consumer().metadefs().namespaces().update(name, values));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> consumer().metadefs().namespaces().delete(name));
        assertThat(catalog().namespaces().get(name).description()).isNull();
    }

    @Test
    @Statement("D-011")
    final void protectedNamespaceIsNotDeletedAndAnotherIsWithAllThatItHolds() {
        Namespace made = create(full(uniqueNamespace()));
        protect(made.name());
        refused(ForbiddenException.class, 403, () -> catalog().namespaces().delete(made.name()));
        assertThat(catalog().namespaces().get(made.name()).objects()).hasSize(1);
        catalog().namespaces().update(made.name(), called(made.name()).build());
        catalog().namespaces().delete(made.name());
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().namespaces().get(made.name()));
        create(called(made.name()));
        assertThat(catalog().namespaces().get(made.name()).hasContents()).isFalse();
    }

    @Test
    @Statement("D-012")
    final void valuesThatAreTooLongOrUnknownAreABadRequest() {
        refused(InvalidRequestException.class, 400, () -> create(Namespace.named(text(81))));
        NamespaceName name = uniqueNamespace();
        refused(InvalidRequestException.class, 400, () -> create(called(name).description(text(501))));
        refused(InvalidRequestException.class, 400, () -> create(called(name).displayName(text(81))));
        refused(InvalidRequestException.class, 400, () -> create(called(name).visibility(Visibility.SHARED)));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().namespaces().get(name));
        create(called(name).displayName(text(80)).description(text(500)));
    }

    @Test
    @Statement("D-013")
    final void propertiesAreCalledWhatTheyAreOnATypeOfResource() {
        NamespaceName name = create(full(uniqueNamespace())).name();
        Namespace shown = owner().metadefs().namespaces().get(name, IMAGES);
        assertThat(shown.properties()).containsExactly(property("hw_speed"));
        assertThat(shown.objects().get(0).properties()).containsExactly(property("hw_cores"));
        assertThat(shown.objects().get(0).required()).containsExactly("hw_cores");
        assertThat(owner().metadefs().namespaces().get(name, "OS::Unknown::Type"))
                .isEqualTo(owner().metadefs().namespaces().get(name));
    }

    @Test
    @Statement("D-014")
    final void namesAreAddressedByTheirExactBytes() {
        for (String odd : List.of(" a b", "c?d#e", "f%41", "g+h:i;j", "k\"l'm")) {
            NamespaceName name = NamespaceName.of(uniqueNamespace() + odd);
            create(called(name).description(odd));
            assertThat(catalog().namespaces().get(name).description()).isEqualTo(odd);
            assertThat(catalog().tags().create(name, "t" + odd).name()).isEqualTo("t" + odd);
            assertThat(catalog().tags().get(name, "t" + odd).name()).isEqualTo("t" + odd);
            catalog().namespaces().delete(name);
        }
        for (String unaddressable : List.of("", "a/b", "..", "\u00e9")) {
            refusedHereOrThere(InvalidRequestException.class, () -> create(Namespace.named(unaddressable)));
            refusedHereOrThere(
                    InvalidRequestException.class, () -> catalog().namespaces().get(NamespaceName.of(unaddressable)));
        }
    }
}
