package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata catalog on the wire; the documents are answers of Glance 25.1.0. */
final class MetadefJsonTest {
    private static final Instant MADE = Instant.parse("2026-11-26T01:00:12Z");
    private static final Instant CHANGED = Instant.parse("2026-11-26T01:00:13Z");
    private static final String NAMESPACE = """
            {"namespace": "probe", "visibility": "private", "protected": false, "owner": "0a65", "created_at":
            "2026-11-26T01:00:12Z", "updated_at": "2026-11-26T01:00:13Z", "resource_type_associations": [{"name": "T",
            "prefix": "p_", "properties_target": "image", "created_at": "2026-11-26T01:00:12Z", "updated_at":
            "2026-11-26T01:00:12Z"}], "properties": {"k1": {"type": "string", "title": "K1", "operators": ["<or>"],
            "default": "a", "enum": ["a", "b"]}}, "objects": [{"name": "ob1", "required": ["p1"], "description": "od",
            "properties": {"p1": {"name": "other", "type": "string", "title": "P1"}}, "created_at":
            "2026-11-26T01:00:12Z", "updated_at": "2026-11-26T01:00:12Z", "self":
            "/v2/metadefs/namespaces/probe/objects/ob1", "schema": "/v2/schemas/metadefs/object"}], "tags": [{"name":
            "t2"}, {"name": "t1"}], "self": "/v2/metadefs/namespaces/probe", "schema":
            "/v2/schemas/metadefs/namespace"}""";

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    @Test
    void namespaceIsReadWithAllThatItHolds() {
        Namespace namespace = MetadefJson.readNamespace(bytes(NAMESPACE));
        assertThat(namespace.name()).isEqualTo(NamespaceName.of("probe"));
        assertThat(namespace.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(namespace.owner()).isEqualTo(ProjectId.of("0a65"));
        assertThat(namespace.createdAt()).isEqualTo(MADE);
        assertThat(namespace.updatedAt()).isEqualTo(CHANGED);
        assertThat(namespace.resourceTypeAssociations())
                .containsExactly(new ResourceTypeAssociation("T", "p_", "image", MADE, MADE));
        assertThat(namespace.properties())
                .containsExactly(MetadefProperty.of("k1", PropertyType.STRING, "K1")
                        .operators(List.of("<or>"))
                        .defaultValue("a")
                        .allowedValues(List.of("a", "b"))
                        .build());
        assertThat(namespace.objects())
                .containsExactly(MetadefObject.named("ob1")
                        .description("od")
                        .required(List.of("p1"))
                        .property(MetadefProperty.of("p1", PropertyType.STRING, "P1")
                                .build())
                        .createdAt(MADE)
                        .updatedAt(MADE)
                        .build());
        assertThat(namespace.tags()).containsExactly(MetadefTag.of("t2"), MetadefTag.of("t1"));
        assertThat(namespace.otherFields()).isEmpty();
    }

    @Test
    void namespaceIsWrittenAsItIsRead() {
        Namespace namespace = MetadefJson.readNamespace(bytes(NAMESPACE));
        assertThat(MetadefJson.readNamespace(MetadefWriter.namespace(namespace)))
                .isEqualTo(namespace);
    }

    @Test
    void bodyOfARequestHoldsNeitherTimesNorLinks() {
        Namespace namespace = MetadefJson.readNamespace(bytes(NAMESPACE));
        String body = text(MetadefWriter.newNamespace(namespace));
        assertThat(body).doesNotContain("created_at", "updated_at", "self", "schema");
        assertThat(MetadefJson.readNamespace(bytes(body)).properties()).isEqualTo(namespace.properties());
        assertThat(text(MetadefWriter.newObject(namespace.objects().get(0)))).doesNotContain("_at", "self");
        assertThat(text(MetadefWriter.newAssociation(
                        namespace.resourceTypeAssociations().get(0))))
                .isEqualTo("{\"name\":\"T\",\"prefix\":\"p_\",\"properties_target\":\"image\"}");
        assertThat(text(MetadefWriter.newNamespace(Namespace.named("n").build())))
                .isEqualTo("{\"namespace\":\"n\",\"protected\":false}");
    }

    @Test
    void whatIsUnknownIsKeptOrPassedOver() {
        Namespace namespace = MetadefJson.readNamespace(
                bytes("{\"namespace\": \"n\", \"visibility\": \"secret\", \"rank\": [1, {\"a\": null}]}"));
        assertThat(namespace.visibility()).isEqualTo(Visibility.UNRECOGNIZED);
        assertThat(namespace.visibilityWord()).isEqualTo("secret");
        assertThat(namespace.otherFields()).containsOnlyKeys("rank");
        MetadefProperty property =
                MetadefJson.readProperty(bytes("{\"name\": \"p\", \"type\": \"uuid\", \"unit\": {\"si\": 1.50}}"));
        assertThat(property.type()).isEqualTo(PropertyType.UNRECOGNIZED);
        assertThat(text(MetadefWriter.property(property)))
                .isEqualTo("{\"name\":\"p\",\"type\":\"uuid\",\"unit\":{\"si\":1.50}}");
        assertThat(MetadefJson.readTag(bytes("{\"name\": \"t\", \"colour\": 1}")))
                .isEqualTo(MetadefTag.of("t"));
        assertThat(MetadefJson.readObject(bytes("{\"name\": \"o\", \"x\": 1}")).otherFields())
                .isEqualTo(Map.of("x", 1));
    }

    @Test
    void listsAreReadInTheirOrder() {
        NamespacesPage page = MetadefJson.readNamespaces(
                bytes("{\"namespaces\": [{\"namespace\": \"b\"}, {\"namespace\": \"a\"}], \"next\": \"/x\"}"));
        assertThat(page.namespaces())
                .extracting(namespace -> namespace.name().value())
                .containsExactly("b", "a");
        assertThat(page.more()).isTrue();
        assertThat(MetadefJson.readNamespaces(bytes("{\"namespaces\": []}")).more())
                .isFalse();
        assertThat(MetadefJson.readProperties(bytes("{\"properties\": {\"b\": {}, \"a\": {\"name\": \"c\"}}}")))
                .containsExactly(new MetadefProperty("b", Map.of()), new MetadefProperty("a", Map.of()));
        assertThat(MetadefJson.readResourceTypes(bytes("{\"resource_types\": [{\"name\": \"T\"}]}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"namespace\": 5}",
                "{\"namespace\": \"n\", \"protected\": \"no\"}",
                "{\"namespace\": \"n\", \"created_at\": \"yesterday\"}",
                "{\"namespace\": \"n\", \"tags\": {}}",
                "{\"namespace\": \"n\", \"tags\": [\"t\"]}",
                "{\"namespace\": \"n\", \"objects\": [{}]}",
                "{\"namespace\": \"n\", \"objects\": [{\"name\": \"o\", \"required\": [1]}]}",
                "{\"namespace\": \"n\", \"properties\": {\"p\": 1}}",
                "{\"namespace\": \"n\", \"namespace\": \"m\"}",
                "{\"namespace\": \"n\"} {}"
            })
    void whatIsNoNamespaceIsRefused(String document) {
        assertThatThrownBy(() -> MetadefJson.readNamespace(bytes(document))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void listThatIsMissingIsRefused() {
        assertThatThrownBy(() -> MetadefJson.readNamespaces(bytes("{}"))).hasMessageContaining("namespaces is missing");
        assertThatThrownBy(() -> MetadefJson.readProperties(bytes("{}"))).hasMessageContaining("properties is missing");
        assertThatThrownBy(() -> MetadefJson.readTags(bytes("{\"tags\": null}")))
                .hasMessageContaining("tags is missing");
    }
}
