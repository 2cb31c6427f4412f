package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.transport.MetadefOperations;
import org.junit.jupiter.api.Test;

class NamespacesTest {
    private static final NamespaceName NAME = NamespaceName.of("OS::Example");

    @Test
    void objectsAndPropertiesAreListedByName() {
        try (InMemoryImageService service = InMemoryImageService.builder().build()) {
            MetadefOperations catalog = service.as(new Caller(ProjectId.of("admins"), Set.of(Role.ADMIN)))
                    .metadefs();
            catalog.namespaces().create(Namespace.named(NAME.value()).build());
            for (String name : List.of("b", "a", "c")) {
                catalog.objects().create(NAME, MetadefObject.named(name).build());
                catalog.properties()
                        .create(
                                NAME,
                                MetadefProperty.of(name, PropertyType.STRING, "Title")
                                        .build());
            }
            assertThat(catalog.objects().list(NAME))
                    .extracting(MetadefObject::name)
                    .containsExactly("a", "b", "c");
            assertThat(catalog.namespaces().get(NAME).properties())
                    .extracting(MetadefProperty::name)
                    .containsExactly("a", "b", "c");
        }
    }
}
