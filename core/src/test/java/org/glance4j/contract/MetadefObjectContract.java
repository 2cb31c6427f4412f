package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.NamespaceName;
import org.junit.jupiter.api.Test;

/** The objects of namespaces. */
abstract class MetadefObjectContract extends MetadefContract {

    private static MetadefObject object(String name) {
        return MetadefObject.named(name)
                .description("An object")
                .required(List.of("b", "a"))
                .property(property("a"))
                .property(property("b"))
                .build();
    }

    @Test
    @Statement("D-020")
    final void objectIsMadeByAnAdminAndReadByWhoSeesTheNamespace() {
        NamespaceName namespace = open();
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().objects().create(namespace, object("o")));
        MetadefObject made = catalog().objects().create(namespace, object("o"));
        assertThat(made.createdAt()).isNotNull().isEqualTo(made.updatedAt());
        assertThat(made.required()).containsExactly("b", "a");
        assertThat(made.properties()).containsExactly(property("a"), property("b"));
        assertThat(consumer().metadefs().objects().get(namespace, "o")).isEqualTo(made);
        MetadefObject bare = catalog()
                .objects()
                .create(namespace, MetadefObject.named("bare").build());
        assertThat(consumer().metadefs().objects().list(namespace)).containsExactlyInAnyOrder(made, bare);
    }

    @Test
    @Statement("D-021")
    final void secondObjectOfANameIsAConflict() {
        NamespaceName namespace = open();
        catalog().objects().create(namespace, object("o"));
        MetadefAlreadyExistsException refusal = refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog()
                        .objects()
                        .create(namespace, MetadefObject.named("o").build()));
        assertThat(refusal.failure().namespace()).isEqualTo(namespace);
        assertThat(refusal.failure().name()).isEqualTo("o");
        assertThat(catalog().objects().get(namespace, "o").description()).isEqualTo("An object");
        catalog().objects().create(open(), object("o"));
    }

    @Test
    @Statement("D-022")
    final void updatePutsAnotherObjectInThePlaceOfOne() {
        NamespaceName namespace = open();
        catalog().objects().create(namespace, object("o"));
        catalog().objects().create(namespace, object("p"));
        MetadefObject other = MetadefObject.named("o").description("new").build();
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().objects().update(namespace, "o", other));
        assertThat(catalog().objects().update(namespace, "o", other).description())
                .isEqualTo("new");
        MetadefObject shown = catalog().objects().get(namespace, "o");
        assertThat(shown.description()).isEqualTo("new");
        assertThat(shown.required()).isEmpty();
        assertThat(shown.properties()).isEmpty();
        refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog().objects().update(namespace, "o", object("p")));
        assertThat(catalog().objects().update(namespace, "o", object("q")).name())
                .isEqualTo("q");
        refused(MetadefNotFoundException.class, 404, () -> catalog().objects().get(namespace, "o"));
        refused(MetadefNotFoundException.class, 404, () -> catalog().objects().update(namespace, "o", other));
        assertThat(catalog().objects().get(namespace, "q").required()).containsExactly("b", "a");
    }

    @Test
    @Statement("D-023")
    final void objectsAreDeletedOneByOneAndAllAtOnce() {
        NamespaceName namespace = open();
        for (String name : List.of("o", "p", "q")) {
            catalog().objects().create(namespace, object(name));
        }
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().objects().delete(namespace, "o"));
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().objects().deleteAll(namespace));
        catalog().objects().delete(namespace, "o");
        refused(MetadefNotFoundException.class, 404, () -> catalog().objects().delete(namespace, "o"));
        assertThat(catalog().objects().list(namespace)).hasSize(2);
        catalog().objects().deleteAll(namespace);
        catalog().objects().deleteAll(namespace);
        assertThat(catalog().objects().list(namespace)).isEmpty();
    }

    @Test
    @Statement("D-024")
    final void nameThatIsTooLongOrRequiredTwiceIsABadRequest() {
        NamespaceName namespace = open();
        refused(InvalidRequestException.class, 400, () -> catalog().objects().create(namespace, object(text(81))));
        refused(
                InvalidRequestException.class,
                400,
                () -> catalog()
                        .objects()
                        .create(
                                namespace,
                                MetadefObject.named("o")
                                        .required(List.of("a", "a"))
                                        .build()));
        catalog().objects().create(namespace, object(text(80)));
        assertThat(catalog().objects().list(namespace)).hasSize(1);
    }

    @Test
    @Statement("D-025")
    final void requiredNameWithACommaComesBackAsTwo() {
        NamespaceName namespace = open();
        catalog()
                .objects()
                .create(
                        namespace,
                        MetadefObject.named("o").required(List.of("a,b")).build());
        assertThat(catalog().objects().get(namespace, "o").required()).containsExactly("a", "b");
    }
}
