package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

class ImageJsonTest {
    /** {@code api-ref/source/v2/samples/image-show-response.json}. */
    private static final String SHOWN = """
            {
                "status": "active",
                "name": "cirros-0.3.2-x86_64-disk",
                "tags": [],
                "container_format": "bare",
                "created_at": "2014-05-05T17:15:10Z",
                "disk_format": "qcow2",
                "updated_at": "2014-05-05T17:15:11Z",
                "visibility": "public",
                "self": "/v2/images/1bea47ed-f6a9-463b-b423-14b9cca9ad27",
                "min_disk": 0,
                "protected": false,
                "id": "1bea47ed-f6a9-463b-b423-14b9cca9ad27",
                "file": "/v2/images/1bea47ed-f6a9-463b-b423-14b9cca9ad27/file",
                "checksum": "64d7c1cd2b6f60c92c14662941cb7913",
                "os_hash_algo": "sha512",
                "os_hash_value": "073b4523583784fbe01daff81eba092a262ec37ba6d04dd3f52e4cd5c93eb8258af44881345ecda0e49f3d8cc6d2df6b050ff3e72681d723234aff9d17d0cf09",
                "os_hidden": false,
                "owner": "5ef70662f8b34079a6eddb8da9d75fe8",
                "size": 13167616,
                "min_ram": 0,
                "schema": "/v2/schemas/image",
                "virtual_size": null
            }
            """;

    private static final String LEAST = """
            {"id": "1bea47ed-f6a9-463b-b423-14b9cca9ad27", "status": "queued", "created_at": "2014-05-05T17:15:10Z"}""";

    private static Image image(String json) {
        return ImageJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String leastWith(String field) {
        return LEAST.replace("}", ", " + field + "}");
    }

    @Test
    void theApiReferenceSampleDecodesToEveryField() {
        Image image = image(SHOWN);
        assertThat(image.id()).isEqualTo(ImageId.of("1bea47ed-f6a9-463b-b423-14b9cca9ad27"));
        assertThat(image.name()).isEqualTo("cirros-0.3.2-x86_64-disk");
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(image.owner()).isEqualTo(ProjectId.of("5ef70662f8b34079a6eddb8da9d75fe8"));
        assertThat(image.diskFormat()).isEqualTo(DiskFormat.QCOW2);
        assertThat(image.containerFormat()).isEqualTo(ContainerFormat.BARE);
        assertThat(image.sizeBytes()).isEqualTo(13_167_616L);
        assertThat(image.virtualSizeBytes()).isNull();
        assertThat(image.checksum()).isEqualTo("64d7c1cd2b6f60c92c14662941cb7913");
        assertThat(image.hash()).extracting(ImageHash::algorithm).isEqualTo("sha512");
        assertThat(image.createdAt()).isEqualTo(Instant.parse("2014-05-05T17:15:10Z"));
        assertThat(image.updatedAt()).isEqualTo(Instant.parse("2014-05-05T17:15:11Z"));
        assertThat(image.tags()).isEmpty();
        assertThat(image.properties()).isEmpty();
        assertThat(image.otherFields()).isEmpty();
    }

    @Test
    void whatIsReadIsWrittenAgainWithTheSameKeysAndValues() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        String rich = SHOWN.replaceFirst("\\{", """
                {"direct_url": "file:///x", "stores": "fast,slow", "locations": [{"url": "u", "metadata": {"a": [1, 2.5, true, null]}}],
                 "os_distro": "debian", "empty": "", "big": 123456789012345678901234567890, "none": null,
                """);
        JsonNode expected = mapper.readTree(rich);
        assertThat(mapper.readTree(ImageJson.write(image(rich)))).isEqualTo(expected);
    }

    @Test
    void absentOptionalFieldsHaveDefaults() {
        Image image = image(LEAST);
        assertThat(image.name()).isNull();
        assertThat(image.visibility()).isEqualTo(Visibility.UNRECOGNIZED);
        assertThat(image.visibilityWord()).isNull();
        assertThat(image.owner()).isNull();
        assertThat(image.isProtected()).isFalse();
        assertThat(image.hidden()).isFalse();
        assertThat(image.minDiskGb()).isZero();
        assertThat(image.minRamMb()).isZero();
        assertThat(image.sizeBytes()).isNull();
        assertThat(image.hash()).isNull();
        assertThat(image.updatedAt()).isNull();
    }

    @Test
    void unknownWordsAreKept() {
        Image image = image(leastWith("\"visibility\": \"galactic\"").replace("queued", "frozen"));
        assertThat(image.status()).isEqualTo(ImageStatus.UNRECOGNIZED);
        assertThat(image.statusWord()).isEqualTo("frozen");
        assertThat(image.visibility()).isEqualTo(Visibility.UNRECOGNIZED);
        assertThat(image.visibilityWord()).isEqualTo("galactic");
    }

    @Test
    void unknownStringsAreCustomPropertiesAndTheRestIsKeptAsItIs() {
        Image image =
                image(leastWith("\"a\": \"1\", \"b\": null, \"c\": 7, \"d\": {\"e\": [false]}, \"stores\": \"fast\""));
        assertThat(image.properties()).isEqualTo(Map.of("a", "1"));
        assertThat(image.otherFields()).containsOnlyKeys("b", "c", "d", "stores");
        assertThat(image.otherFields().get("b")).isNull();
        assertThat(image.otherFields().get("d")).isEqualTo(Map.of("e", List.of(false)));
    }

    @Test
    void aHashWithoutItsAlgorithmIsNotLost() {
        Image image = image(leastWith("\"os_hash_value\": \"ab\", \"os_hash_algo\": null"));
        assertThat(image.hash()).isNull();
        assertThat(image.otherFields()).isEqualTo(Map.of("os_hash_value", "ab"));
        assertThat(new String(ImageJson.write(image), StandardCharsets.UTF_8)).containsOnlyOnce("os_hash_value");
    }

    @Test
    void tagsKeepTheirOrderAndTheirCharacters() {
        Image image = image(leastWith("\"tags\": [\"z\", \"a/b\", \"50%\", \"é\"]"));
        assertThat(image.tags()).containsExactly("z", "a/b", "50%", "é");
    }

    @Test
    void whatIsMissingOrMistypedIsOneError() {
        for (String bad : List.of(
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "{}",
                "{\"id\": \"x\"}",
                LEAST.substring(0, LEAST.length() / 2),
                LEAST + "x",
                LEAST + LEAST,
                LEAST.replace("\"queued\"", "null"),
                LEAST.replace("\"queued\"", "7"),
                LEAST.replace("05-05", "02-30"),
                LEAST.replace("05-05T17", "05-05T24"),
                LEAST.replace("2014-05-05T17:15:10Z", "yesterday"),
                LEAST.replace("\"2014-05-05T17:15:10Z\"", "1399310110"),
                leastWith("\"size\": \"13\""),
                leastWith("\"size\": 1.5"),
                leastWith("\"size\": 99999999999999999999"),
                leastWith("\"min_disk\": 2147483648"),
                leastWith("\"protected\": \"true\""),
                leastWith("\"tags\": \"a\""),
                leastWith("\"tags\": [null]"),
                leastWith("\"owner\": {}"),
                "<html>no</html>")) {
            assertThatThrownBy(() -> image(bad)).as(bad).isInstanceOf(WireFormatException.class);
        }
    }

    @Test
    void bytesThatAreNoTextAreTheSameError() {
        byte[] notUtf8 = LEAST.getBytes(StandardCharsets.UTF_8);
        notUtf8[10] = (byte) 0xFF;
        assertThatThrownBy(() -> ImageJson.read(notUtf8)).isInstanceOf(WireFormatException.class);
        byte[] notUtf32 = {0, 0, (byte) 0xFE, (byte) 0xFF, 1, 2, 3, 4};
        assertThatThrownBy(() -> ImageJson.read(new ByteArrayInputStream(notUtf32)))
                .isInstanceOf(WireFormatException.class);
    }

    @Test
    void aDocumentTooDeepIsRefused() {
        String deep = "[".repeat(70) + "]".repeat(70);
        assertThatThrownBy(() -> image(leastWith("\"x\": " + deep))).isInstanceOf(WireFormatException.class);
    }

    @Test
    void aDocumentTooLongIsRefusedBeforeItIsAllRead() {
        String element = "\"" + "x".repeat(1 << 20) + "\", ";
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream("{\"x\": [".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 20; i++) {
            parts.add(new ByteArrayInputStream(element.getBytes(StandardCharsets.UTF_8)));
        }
        parts.add(new BrokenStream(new IOException("read too far")));
        InputStream endless = new SequenceInputStream(Collections.enumeration(parts));
        assertThatThrownBy(() -> ImageJson.read(endless)).isInstanceOf(WireFormatException.class);
    }

    @Test
    void aBrokenStreamIsNoFormatError() {
        IOException broken = new IOException("reset");
        assertThatThrownBy(() -> ImageJson.read(new BrokenStream(broken))).isSameAs(broken);
    }

    @Test
    void aMessageQuotesNoValue() {
        assertThatThrownBy(() -> image("{\"id\": secretsecret"))
                .isInstanceOf(WireFormatException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains("well-formed"));
        assertThatThrownBy(() -> image(leastWith("\"size\": \"secretsecret\"")))
                .hasMessage("the field size is not an integer");
    }

    @Test
    void aPageHoldsItsImagesInOrderAndTheNextLink() {
        String page = "{\"images\": [" + LEAST + ", " + SHOWN
                + "], \"first\": \"/v2/images\", \"next\": \"/v2/images?marker=x\","
                + " \"schema\": \"/v2/schemas/images\", \"total\": {\"count\": [1]}}";
        ImagesPage read = ImageJson.readPage(page.getBytes(StandardCharsets.UTF_8));
        assertThat(read.images()).extracting(Image::status).containsExactly(ImageStatus.QUEUED, ImageStatus.ACTIVE);
        assertThat(read.next()).isEqualTo("/v2/images?marker=x");
    }

    @Test
    void aPageWithoutImagesIsRefusedAndAnEmptyOneIsNot() {
        assertThatThrownBy(() -> ImageJson.readPage("{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the field images is missing");
        ImagesPage empty = ImageJson.readPage(ImageJson.writePage(List.of(), "/v2/images", null));
        assertThat(empty.images()).isEmpty();
        assertThat(empty.next()).isNull();
    }

    @Test
    void timesAreWrittenInWholeSeconds() throws IOException {
        Image image = Image.builder(ImageId.of("x"), ImageStatus.QUEUED, Instant.parse("2026-01-02T03:04:05.678Z"))
                .tags(Set.of("t"))
                .build();
        JsonNode json = new ObjectMapper().readTree(ImageJson.write(image));
        assertThat(json.get("created_at").textValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(json.has("updated_at")).isFalse();
        assertThat(json.get("file").textValue()).isEqualTo("/v2/images/x/file");
    }
}
