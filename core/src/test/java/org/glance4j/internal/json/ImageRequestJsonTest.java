package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

class ImageRequestJsonTest {

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNewImageHoldsWhatIsSetAndNothingElse() {
        assertThat(NewImageJson.write(NewImage.builder().build())).asString().isEqualTo("{}");
        assertThat(NewImageJson.write(
                        NewImage.named("n").tag("t").property("p", "").build()))
                .asString()
                .isEqualTo("{\"p\":\"\",\"name\":\"n\",\"tags\":[\"t\"]}");
    }

    @Test
    void aNewImageIsReadAsItWasWritten() {
        NewImage image = NewImage.named("n")
                .id(ImageId.of("1bea47ed-f6a9-463b-b423-14b9cca9ad27"))
                .visibility(Visibility.COMMUNITY)
                .owner(ProjectId.of("p"))
                .isProtected(true)
                .hidden(false)
                .diskFormat(DiskFormat.RAW)
                .containerFormat(ContainerFormat.BARE)
                .minDiskGb(1)
                .minRamMb(2)
                .tag("a/b")
                .property("os_distro", "debian")
                .build();
        assertThat(NewImageJson.read(NewImageJson.write(image))).isEqualTo(image);
    }

    @Test
    void aNewImageThatCannotBeUnderstoodIsRefused() {
        for (String bad :
                List.of("", "[]", "{\"name\": 7}", "{\"p\": 7}", "{\"visibility\": \"x\"}", "{\"tags\": [7]}", "{")) {
            assertThatThrownBy(() -> NewImageJson.read(bytes(bad))).as(bad).isInstanceOf(WireFormatException.class);
        }
    }

    @Test
    void aPatchIsWrittenInOrderWithEscapedPointers() throws IOException {
        ImagePatch patch = ImagePatch.builder()
                .name(null)
                .property("a/b~c", "v")
                .tags(Set.of("t/1"))
                .minDiskGb(3)
                .hidden(true)
                .remove("~1")
                .build();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(ImagePatchJson.write(patch))).isEqualTo(mapper.readTree("""
                [{"op": "replace", "path": "/name", "value": null},
                 {"op": "add", "path": "/a~1b~0c", "value": "v"},
                 {"op": "replace", "path": "/tags", "value": ["t/1"]},
                 {"op": "replace", "path": "/min_disk", "value": 3},
                 {"op": "replace", "path": "/os_hidden", "value": true},
                 {"op": "remove", "path": "/~01"}]
                """));
    }

    @Test
    void aPatchIsReadAsItWasWritten() {
        ImagePatch patch = ImagePatch.builder()
                .name(null)
                .property("a/b~c", "v")
                .tags(Set.of("t/1"))
                .isProtected(false)
                .replace("min_disk", 3L)
                .remove("~1")
                .build();
        assertThat(ImagePatchJson.read(ImagePatchJson.write(patch))).isEqualTo(patch);
    }

    @Test
    void aPatchThatCannotBeUnderstoodIsRefused() {
        for (String bad : List.of(
                "{}",
                "[7]",
                "[{\"op\": \"test\", \"path\": \"/name\", \"value\": 1}]",
                "[{\"path\": \"/name\", \"value\": 1}]",
                "[{\"op\": \"add\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": \"/name\"}]",
                "[{\"op\": \"add\", \"path\": \"/name\", \"value\": {}}]",
                "[{\"op\": \"add\", \"path\": \"/name\", \"value\": 1.5}]")) {
            assertThatThrownBy(() -> ImagePatchJson.read(bytes(bad))).as(bad).isInstanceOf(WireFormatException.class);
        }
        for (String pointer : List.of("", "name", "//a", "/a/", "/a/b", "/~", "/~2", "/a~")) {
            assertThatThrownBy(() -> ImagePatchJson.field(pointer)).as(pointer).isInstanceOf(WireFormatException.class);
        }
    }

    @Test
    void anEmptyPatchIsAPatch() {
        assertThat(ImagePatchJson.read(bytes("[]")).operations()).isEmpty();
    }
}
