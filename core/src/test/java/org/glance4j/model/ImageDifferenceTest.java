package org.glance4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDifferenceTest {
    private final Image before = Image.builder(ImageId.of("1"), ImageStatus.QUEUED, Instant.EPOCH)
            .name("before")
            .visibilityWord("shared")
            .owner(ProjectId.of("p"))
            .diskFormat(DiskFormat.RAW)
            .tags(Set.of("a"))
            .properties(Map.of("kept", "1", "changed", "1", "gone", "1", "os_glance_import_task", "1"))
            .build();

    @Test
    void nothingThatDiffersIsAPatchWithoutOperations() {
        assertThat(ImagePatch.between(before, before).operations()).isEmpty();
    }

    @Test
    void fieldsAreReplacedAlsoByNothing() {
        Image after = before.toBuilder()
                .name(null)
                .visibilityWord("private")
                .owner(null)
                .isProtected(true)
                .hidden(true)
                .diskFormat(null)
                .containerFormat(ContainerFormat.BARE)
                .minDiskGb(1)
                .minRamMb(2)
                .tags(Set.of())
                .build();
        assertThat(ImagePatch.between(before, after))
                .isEqualTo(ImagePatch.builder()
                        .name(null)
                        .visibility(Visibility.PRIVATE)
                        .isProtected(true)
                        .hidden(true)
                        .replace("owner", null)
                        .replace("disk_format", null)
                        .containerFormat(ContainerFormat.BARE)
                        .minDiskGb(1)
                        .minRamMb(2)
                        .tags(Set.of())
                        .build());
    }

    @Test
    void propertiesAreRemovedReplacedAndAddedExceptForTheServicesOwn() {
        Image after = before.toBuilder()
                .properties(
                        Map.of("kept", "1", "changed", "2", "new", "", "os_glance_failed_import", "1", "stores", "x"))
                .build();
        assertThat(ImagePatch.between(before, after).operations())
                .containsExactlyInAnyOrderElementsOf(ImagePatch.builder()
                        .remove("gone")
                        .replace("changed", "2")
                        .add("new", "")
                        .build()
                        .operations())
                .first()
                .extracting(ImagePatch.Operation::kind)
                .isEqualTo(ImagePatch.Kind.REMOVE);
    }

    @Test
    void imagesOfTwoIdsHaveNoDifference() {
        Image other = before.toBuilder().id(ImageId.of("2")).build();
        assertThatThrownBy(() -> ImagePatch.between(before, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an id never changes");
    }

    @Test
    void visibilityThatIsNoneOrNotKnownCannotBeReached() {
        for (Image after : new Image[] {
            before.toBuilder().visibilityWord(null).build(),
            before.toBuilder().visibilityWord("secret").build()
        }) {
            assertThatThrownBy(() -> ImagePatch.between(before, after)).isInstanceOf(IllegalArgumentException.class);
            assertThat(ImagePatch.between(after, after).operations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "tags", " p", "p\t", "p\u00a0", " "})
    void propertyThatNoPatchCanNameIsRefusedWhereItDiffers(String name) {
        Image after = before.toBuilder().properties(Map.of(name, "x")).build();
        assertThatThrownBy(() -> ImagePatch.between(before, after)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ImagePatch.between(after, after.toBuilder().name("n").build()))
                .isEqualTo(ImagePatch.builder().name("n").build());
    }
}
