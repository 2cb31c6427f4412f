package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.ApiVersionStatus;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Link;
import org.glance4j.model.ResourceUsage;
import org.glance4j.model.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says of itself: versions, usage, schemas. */
class ServiceJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String VERSIONS = """
            {"versions": [
                {"id": "v2.16", "status": "CURRENT", "links": [{"rel": "self", "href": "http://glance/v2/"}]},
                {"id": "v2.15", "status": "SUPPORTED", "links": []},
                {"id": "v3.0", "status": "PLANNED", "links": []},
                {"id": "v1.1", "status": "DEPRECATED", "links": []}]}
            """;

    /** {@code api-ref/source/v2/samples/usage-response.json}. */
    private static final String USAGE = """
            {"usage": {
                "image_size_total": {"limit": 1024, "usage": 256},
                "image_count_total": {"limit": 10, "usage": 2},
                "image_stage_total": {"limit": 512, "usage": 0},
                "image_count_uploading": {"limit": -1, "usage": 0}}}
            """;

    private static final String SCHEMA = """
            {"name": "image",
             "properties": {"id": {"type": "string", "maxLength": 36}, "name": {"type": ["null", "string"]}, "odd": true},
             "additionalProperties": {"type": "string"},
             "links": [{"rel": "self", "href": "{self}"}],
             "required": ["id"]}
            """;

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void versionsDecodeInTheirOrderAndBack() throws IOException {
        ApiVersions versions = VersionsJson.read(bytes(VERSIONS));
        assertThat(versions.versions()).extracting(ApiVersion::id).containsExactly("v2.16", "v2.15", "v3.0", "v1.1");
        assertThat(versions.versions())
                .extracting(ApiVersion::status)
                .containsExactly(
                        ApiVersionStatus.CURRENT,
                        ApiVersionStatus.SUPPORTED,
                        ApiVersionStatus.UNRECOGNIZED,
                        ApiVersionStatus.DEPRECATED);
        assertThat(versions.versions().get(2).statusWord()).isEqualTo("PLANNED");
        assertThat(versions.versions().get(0).links()).containsExactly(new Link("self", "http://glance/v2/"));
        assertThat(MAPPER.readTree(VersionsJson.write(versions))).isEqualTo(MAPPER.readTree(VERSIONS));
    }

    @Test
    void theHighestMinorIsANumberAndOfVersionTwo() {
        ApiVersions versions = VersionsJson.read(bytes(VERSIONS));
        assertThat(versions.highestMinor()).hasValue(16);
        assertThat(versions.lists(15)).isTrue();
        assertThat(versions.lists(14)).isFalse();
        assertThat(versions.lists(0)).isFalse();
        // As text 2.9 would be above 2.10.
        assertThat(VersionsJson.read(bytes(VERSIONS.replace("v2.16", "v2.9").replace("v2.15", "v2.10")))
                        .highestMinor())
                .hasValue(10);
        assertThat(VersionsJson.read(bytes("{\"versions\": []}")).highestMinor())
                .isEmpty();
        assertThat(VersionsJson.read(bytes(VERSIONS.replace("v2.1", "v2.x"))).highestMinor())
                .isEmpty();
    }

    @Test
    void unknownFieldsOfAVersionAreNoErrorAndLinksMayBeMissing() {
        ApiVersions versions = VersionsJson.read(bytes(
                "{\"x\": [], \"versions\": [{\"id\": \"v2.0\", \"status\": \"CURRENT\", \"media\": {\"a\": 1}}]}"));
        assertThat(versions.versions()).containsExactly(new ApiVersion("v2.0", "CURRENT", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"versions\": null}",
                "{\"versions\": [1]}",
                "{\"versions\": [{\"id\": \"v2.0\"}]}",
                "{\"versions\": [{\"status\": \"CURRENT\"}]}",
                "{\"versions\": [{\"id\": \"v2.0\", \"status\": \"CURRENT\", \"links\": [{\"rel\": \"self\"}]}]}",
                "{\"versions\": [], \"versions\": []}",
                "{\"versions\": [{\"id\": \"v2.0\", \"id\": \"v2.1\", \"status\": \"CURRENT\"}]}"
            })
    void whatIsNoListOfVersionsIsRefused(String bad) {
        assertThatThrownBy(() -> VersionsJson.read(bytes(bad))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void theApiReferenceSampleOfUsageDecodesAndBack() throws IOException {
        List<ResourceUsage> usages = UsageJson.read(bytes(USAGE));
        assertThat(usages)
                .containsExactly(
                        new ResourceUsage("image_size_total", 256, 1024),
                        new ResourceUsage("image_count_total", 2, 10),
                        new ResourceUsage("image_stage_total", 0, 512),
                        new ResourceUsage("image_count_uploading", 0, -1));
        assertThat(usages).extracting(ResourceUsage::isLimited).containsExactly(true, true, true, false);
        assertThat(MAPPER.readTree(UsageJson.write(usages))).isEqualTo(MAPPER.readTree(USAGE));
        assertThat(UsageJson.read(bytes("{\"usage\": {}}"))).isEmpty();
        assertThat(UsageJson.read(
                        bytes("{\"usage\": {\"a\": {\"usage\": 1, \"limit\": 2, \"unit\": \"MB\"}}, \"x\": 1}")))
                .containsExactly(new ResourceUsage("a", 1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"usage\": []}",
                "{\"usage\": {\"a\": 1}}",
                "{\"usage\": {\"a\": {\"usage\": 1}}}",
                "{\"usage\": {\"a\": {\"usage\": null, \"limit\": 1}}}",
                "{\"usage\": {\"a\": {\"usage\": 1, \"limit\": \"2\"}}}",
                "{\"usage\": {\"a\": {\"usage\": 1, \"limit\": 2}, \"a\": {\"usage\": 1, \"limit\": 2}}}",
                "{\"usage\": {}, \"usage\": {}}"
            })
    void whatIsNoUsageIsRefused(String bad) {
        assertThatThrownBy(() -> UsageJson.read(bytes(bad))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void aSchemaKeepsEverythingAsItCame() throws IOException {
        Schema schema = SchemaJson.read(bytes(SCHEMA));
        assertThat(schema.name()).isEqualTo("image");
        assertThat(schema.properties()).containsOnlyKeys("id", "name", "odd").containsEntry("odd", true);
        assertThat(schema.properties().get("name")).isEqualTo(Map.of("type", List.of("null", "string")));
        assertThat(schema.additionalProperties()).isEqualTo(Map.of("type", "string"));
        assertThat(schema.links()).containsExactly(new Link("self", "{self}"));
        assertThat(schema.otherFields()).containsExactly(Map.entry("required", List.of("id")));
        assertThat(MAPPER.readTree(SchemaJson.write(schema))).isEqualTo(MAPPER.readTree(SCHEMA));
        Schema bare = SchemaJson.read(bytes("{\"name\": \"x\", \"properties\": {}}"));
        assertThat(bare).isEqualTo(new Schema("x", Map.of(), null, List.of(), Map.of()));
        assertThat(MAPPER.readTree(SchemaJson.write(bare)).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\": {}}",
                "{\"name\": \"x\"}",
                "{\"name\": 1, \"properties\": {}}",
                "{\"name\": \"x\", \"properties\": []}",
                "{\"name\": \"x\", \"properties\": {}, \"links\": {}}",
                "{\"name\": \"x\", \"properties\": {}, \"properties\": {}}",
                "{\"name\": \"x\", \"properties\": {\"a\": 1, \"a\": 1}}",
                "{\"name\": \"x\", \"properties\": {}, \"additionalProperties\": true, \"additionalProperties\": true}",
                "{\"name\": \"x\", \"properties\": {}, \"y\": 1, \"y\": 1}"
            })
    void whatIsNoSchemaIsRefused(String bad) {
        assertThatThrownBy(() -> SchemaJson.read(bytes(bad))).isInstanceOf(WireFormatException.class);
    }
}
