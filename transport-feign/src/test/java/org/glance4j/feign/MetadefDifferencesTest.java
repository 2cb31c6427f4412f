package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.junit.jupiter.api.Test;

class MetadefDifferencesTest {
    private static final Namespace WANTED = Namespace.named("n")
            .property(MetadefProperty.of("p", PropertyType.NUMBER, "P")
                    .set("default", true)
                    .set("minimum", new BigDecimal("1.5"))
                    .build())
            .object(MetadefObject.named("o").required(List.of("a,b")).build())
            .tag(MetadefTag.of("t"))
            .resourceType(ResourceTypeAssociation.of("r").withPrefix("p_"))
            .build();

    private static Namespace.Builder found() {
        return Namespace.named("n")
                .visibility(Visibility.PRIVATE)
                .owner(ProjectId.of("someone"))
                .property(MetadefProperty.of("p", PropertyType.NUMBER, "P")
                        .set("default", "True")
                        .set("minimum", 1)
                        .build())
                .object(MetadefObject.named("o").required(List.of("a", "b")).build())
                .tag(MetadefTag.of("t"))
                .resourceType(ResourceTypeAssociation.of("r").withPrefix("p_"));
    }

    @Test
    void whatTheServiceKeepsInItsOwnWayIsNoDifference() {
        assertThat(MetadefDifferences.between(WANTED, found().build(), true)).isNull();
    }

    @Test
    void whatIsOtherwiseIsNamed() {
        assertThat(MetadefDifferences.between(
                        WANTED,
                        found().description("d")
                                .visibility(Visibility.PUBLIC)
                                .isProtected(true)
                                .build(),
                        true))
                .isEqualTo("a namespace of this name is there with another description, visibility, protected");
        assertThat(MetadefDifferences.between(
                        WANTED, found().tag(MetadefTag.of("u")).build(), true))
                .contains("another tags");
        assertThat(MetadefDifferences.between(
                        WANTED, found().object(MetadefObject.named("p").build()).build(), true))
                .contains("another objects");
        assertThat(MetadefDifferences.between(
                        WANTED,
                        found().resourceType(ResourceTypeAssociation.of("s")).build(),
                        true))
                .contains("another resource_type_associations");
        assertThat(MetadefDifferences.between(
                        WANTED.toBuilder().owner(ProjectId.of("another")).build(), found().build(), true))
                .contains("another owner");
    }

    @Test
    void whatIsHeldDoesNotCountInAnUpdate() {
        Namespace empty = Namespace.named("n").build();
        assertThat(MetadefDifferences.between(empty, found().build(), false)).isNull();
        assertThat(MetadefDifferences.between(empty, found().build(), true)).isNotNull();
    }

    @Test
    void associationThatIsNotThereIsSaidSo() {
        ResourceTypeAssociation wanted = ResourceTypeAssociation.of("r").withPrefix("p_");
        assertThat(MetadefDifferences.between(wanted, wanted)).isNull();
        assertThat(MetadefDifferences.between(wanted, ResourceTypeAssociation.of("")))
                .isEqualTo("the namespace is not for the type");
        assertThat(MetadefDifferences.between(wanted, ResourceTypeAssociation.of("r")))
                .contains("another prefix");
    }
}
