package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.junit.jupiter.api.Test;

/** The properties of namespaces. */
abstract class MetadefPropertyContract extends MetadefContract {

    @Test
    @Statement("D-026")
    final void propertyIsMadeByAnAdminWithItsWholeSchema() {
        NamespaceName namespace = open();
        MetadefProperty given = MetadefProperty.of("p", PropertyType.ARRAY, "P")
                .description("All keys")
                .operators(List.of("<or>", "<in>"))
                .defaultValue("x")
                .readOnly(true)
                .minimum(1)
                .maximum(9)
                .allowedValues(List.of("x", "y"))
                .set("pattern", "^[a-z]+$")
                .set("minLength", 1)
                .set("maxLength", 3)
                .set("items", Map.of("type", "string", "enum", List.of("x")))
                .set("uniqueItems", true)
                .set("minItems", 0)
                .set("maxItems", 2)
                .set("additionalItems", false)
                .build();
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().properties().create(namespace, given));
        assertThat(catalog().properties().create(namespace, given).schema()).hasSameSizeAs(given.schema());
        MetadefProperty shown = consumer().metadefs().properties().get(namespace, "p");
        assertThat(shown.type()).isEqualTo(PropertyType.ARRAY);
        assertThat(shown.title()).contains("P");
        assertThat(shown.operators()).containsExactly("<or>", "<in>");
        assertThat(shown.allowedValues()).containsExactly("x", "y");
        assertThat(shown.minimum()).contains(BigDecimal.ONE);
        assertThat(shown.isReadOnly()).isTrue();
        assertThat(shown.schema()).containsAllEntriesOf(given.schema());
        assertThat(consumer().metadefs().properties().list(namespace)).containsExactly(shown);
    }

    @Test
    @Statement("D-027")
    final void defaultIsKeptAsTextAndBoundsAsWholeNumbers() {
        NamespaceName namespace = open();
        catalog()
                .properties()
                .create(
                        namespace,
                        MetadefProperty.of("p", PropertyType.NUMBER, "P")
                                .set("default", 5)
                                .set("minimum", new BigDecimal("-1.5"))
                                .set("maximum", new BigDecimal("2.0"))
                                .build());
        MetadefProperty shown = catalog().properties().get(namespace, "p");
        assertThat(shown.defaultValue()).contains("5");
        assertThat(shown.minimum()).contains(new BigDecimal("-1"));
        assertThat(shown.maximum()).contains(new BigDecimal("2"));
        catalog()
                .properties()
                .update(
                        namespace,
                        "p",
                        MetadefProperty.of("p", PropertyType.BOOLEAN, "P")
                                .set("default", true)
                                .build());
        assertThat(catalog().properties().get(namespace, "p").defaultValue()).contains("True");
    }

    @Test
    @Statement("D-028")
    final void secondPropertyOfANameIsAConflict() {
        NamespaceName namespace = open();
        catalog().properties().create(namespace, property("p"));
        refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog().properties().create(namespace, property("p")));
        assertThat(catalog().properties().list(namespace)).hasSize(1);
    }

    @Test
    @Statement("D-029")
    final void updatePutsAnotherPropertyInThePlaceOfOne() {
        NamespaceName namespace = open();
        catalog()
                .properties()
                .create(namespace, property("p").toBuilder().description("old").build());
        catalog().properties().create(namespace, property("q"));
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().properties().update(namespace, "p", property("p")));
        assertThat(catalog().properties().update(namespace, "p", property("p"))).isEqualTo(property("p"));
        assertThat(catalog().properties().get(namespace, "p").description()).isEmpty();
        refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog().properties().update(namespace, "p", property("q")));
        catalog().properties().update(namespace, "p", property("r"));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().properties().get(namespace, "p"));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().properties().update(namespace, "p", property("p")));
        assertThat(catalog().properties().list(namespace)).containsExactlyInAnyOrder(property("q"), property("r"));
    }

    @Test
    @Statement("D-030")
    final void propertiesAreDeletedOneByOneAndAllAtOnce() {
        NamespaceName namespace = open();
        for (String name : List.of("p", "q", "r")) {
            catalog().properties().create(namespace, property(name));
        }
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().properties().delete(namespace, "p"));
        refused(
                ForbiddenException.class,
                403,
                () -> owner().metadefs().properties().deleteAll(namespace));
        catalog().properties().delete(namespace, "p");
        refused(
                MetadefNotFoundException.class,
                404,
                () -> catalog().properties().delete(namespace, "p"));
        assertThat(catalog().properties().list(namespace)).hasSize(2);
        catalog().properties().deleteAll(namespace);
        assertThat(catalog().properties().list(namespace)).isEmpty();
    }

    @Test
    @Statement("D-031")
    final void schemaThatTheServiceDoesNotKnowIsABadRequest() {
        NamespaceName namespace = open();
        List<MetadefProperty> bad = List.of(
                property(text(81)),
                property("p").toBuilder().set("type", "strange").build(),
                property("p").toBuilder().set("title", 5).build(),
                property("p").toBuilder().set("unknown", "x").build(),
                property("p").toBuilder().set("maxLength", -1).build(),
                new MetadefProperty("p", Map.of("type", "string")));
        for (MetadefProperty property : bad) {
            refused(
                    InvalidRequestException.class,
                    400,
                    () -> catalog().properties().create(namespace, property));
        }
        assertThat(catalog().properties().list(namespace)).isEmpty();
    }

    @Test
    @Statement("D-032")
    final void propertyIsShownByWhatItIsCalledOnATypeOfResource() {
        NamespaceName namespace = open();
        catalog().properties().create(namespace, property("p"));
        catalog()
                .resourceTypes()
                .associate(namespace, ResourceTypeAssociation.of(IMAGES).withPrefix("hw_"));
        assertThat(owner().metadefs().properties().get(namespace, "hw_p", IMAGES))
                .isEqualTo(property("p"));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().properties().get(namespace, "p", IMAGES));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().properties().get(namespace, "hw_q", IMAGES));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().properties().get(namespace, "p", "OS::Unknown::Type"));
        catalog().resourceTypes().dissociate(namespace, IMAGES);
        catalog().resourceTypes().associate(namespace, ResourceTypeAssociation.of(IMAGES));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> owner().metadefs().properties().get(namespace, "p", IMAGES));
    }
}
