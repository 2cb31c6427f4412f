package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.LocationValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locations: among an image's fields, in a patch, and by themselves. */
class LocationJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ImageHash HASH = new ImageHash("sha512", "a".repeat(128));

    private static final String CINDER = """
            [{"url": "cinder://lvmdriver-1/39e6ffab-7502-4199-9609-416601615ca3", "metadata": {"store": "lvmdriver-1"}}]
            """;

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertPatch(ImagePatch patch, String json) throws IOException {
        assertThat(MAPPER.readTree(ImagePatchJson.write(patch))).isEqualTo(MAPPER.readTree(json));
    }

    @Test
    void theApiReferenceSampleDecodesAndBack() throws IOException {
        List<ImageLocation> locations = LocationJson.readList(bytes(CINDER));
        assertThat(locations)
                .containsExactly(new ImageLocation(
                        "cinder://lvmdriver-1/39e6ffab-7502-4199-9609-416601615ca3",
                        Map.of("store", "lvmdriver-1"),
                        null));
        assertThat(MAPPER.readTree(LocationJson.writeList(locations))).isEqualTo(MAPPER.readTree(CINDER));
        assertThat(LocationJson.readList(bytes("[]"))).isEmpty();
        assertThat(LocationJson.readList(bytes("[{\"url\": \"u\", \"id\": 1, \"validation_data\": null}]")))
                .containsExactly(ImageLocation.at("u"));
        assertThat(LocationJson.readList(bytes("[{\"url\": \"u\", \"validation_data\": {\"checksum\": \"c\"}}]")))
                .containsExactly(ImageLocation.at("u"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "[{}]",
                "[{\"url\": null}]",
                "[{\"url\": \"u\", \"metadata\": []}]",
                "[{\"url\": \"u\", \"url\": \"u\"}]",
                "[{\"url\": \"u\", \"validation_data\": []}]"
            })
    void whatIsNoListOfLocationsIsRefused(String bad) {
        assertThatThrownBy(() -> LocationJson.readList(bytes(bad))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void anImageShowsItsLocationsAmongItsFields() {
        String image = "{\"id\": \"1\", \"status\": \"active\", \"created_at\": \"2026-11-23T12:00:00Z\"%s}";
        Image shown = ImageJson.read(bytes(image.formatted(", \"direct_url\": \"file:///x\", \"locations\": [{\"url\":"
                + " \"http://h/x\", \"metadata\": {\"store\": \"web\", \"n\": 1}, \"validation_data\": {\"checksum\": \"c\","
                + " \"os_hash_algo\": \"sha512\", \"os_hash_value\": \"" + HASH.value() + "\"}}, 7, {\"x\": 1}]")));
        assertThat(ImageLocation.of(shown))
                .contains(List.of(new ImageLocation(
                        "http://h/x", Map.of("store", "web", "n", 1), new LocationValidation(HASH, "c"))));
        assertThat(ImageLocation.directUrl(shown)).contains("file:///x");
        Image none = ImageJson.read(bytes(image.formatted(", \"locations\": []")));
        assertThat(ImageLocation.of(none)).contains(List.of());
        Image hidden = ImageJson.read(bytes(image.formatted("")));
        assertThat(ImageLocation.of(hidden)).isEmpty();
        assertThat(ImageLocation.directUrl(hidden)).isEmpty();
    }

    @Test
    void aPatchPointsToOneLocationOrSetsThemAll() throws IOException {
        ImageLocation web = new ImageLocation("http://h/x", Map.of("a", "b"), new LocationValidation(HASH, "c"));
        String value =
                "{\"url\": \"http://h/x\", \"metadata\": {\"a\": \"b\"}, \"validation_data\": {\"checksum\": \"c\","
                        + " \"os_hash_algo\": \"sha512\", \"os_hash_value\": \"" + HASH.value() + "\"}}";
        assertPatch(
                ImagePatch.builder().addLocation(web).build(),
                "[{\"op\": \"add\", \"path\": \"/locations/-\", \"value\": " + value + "}]");
        assertPatch(
                ImagePatch.builder().addLocation(2, ImageLocation.at("u")).build(),
                "[{\"op\": \"add\", \"path\": \"/locations/2\", \"value\": {\"url\": \"u\", \"metadata\": {}}}]");
        assertPatch(
                ImagePatch.builder().removeLocation(0).build(), "[{\"op\": \"remove\", \"path\": \"/locations/0\"}]");
        assertPatch(
                ImagePatch.builder()
                        .locations(List.of(web, ImageLocation.at("u")))
                        .build(),
                "[{\"op\": \"replace\", \"path\": \"/locations\", \"value\": [" + value
                        + ", {\"url\": \"u\", \"metadata\": {}}]}]");
        assertPatch(
                ImagePatch.builder().locations(List.of()).build(),
                "[{\"op\": \"replace\", \"path\": \"/locations\", \"value\": []}]");
        assertThatThrownBy(() -> ImagePatch.builder().removeLocation(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLocationThatIsNoUnicodeIsNotSent() {
        ImageId id = ImageId.of("i");
        for (ImagePatch patch : List.of(
                ImagePatch.builder().addLocation(ImageLocation.at("\ud800")).build(),
                ImagePatch.builder()
                        .addLocation(0, new ImageLocation("u", Map.of("a", "\udc00"), null))
                        .build(),
                ImagePatch.builder()
                        .locations(List.of(ImageLocation.at("\ud800")))
                        .build())) {
            assertThatThrownBy(() -> RequestChecks.encodable(id, patch)).isInstanceOf(InvalidRequestException.class);
        }
        assertThatThrownBy(() -> RequestChecks.encodableLocation(id, "")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aNewLocationIsItsAddressAndItsHash() throws IOException {
        assertThat(MAPPER.readTree(LocationJson.writeNew("http://h/x", HASH)))
                .isEqualTo(
                        MAPPER.readTree("{\"url\": \"http://h/x\", \"validation_data\": {\"os_hash_algo\": \"sha512\","
                                + " \"os_hash_value\": \"" + HASH.value() + "\"}}"));
        assertThat(MAPPER.readTree(LocationJson.writeNew("u", null))).isEqualTo(MAPPER.readTree("{\"url\": \"u\"}"));
    }
}
