package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.PropertyConflictException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Test;

/** Changing images. */
abstract class PatchContract extends ResourceContract {

    private static ImagePatch.Builder patch() {
        return ImagePatch.builder();
    }

    private Image update(ImageId image, ImagePatch.Builder patch) {
        Image answered = owner().images().update(image, patch.build());
        assertThat(owner().images().get(image)).isEqualTo(answered);
        return answered;
    }

    @Test
    @Statement("S-077")
    final void readOnlyFieldsAreNotChanged() {
        Image image = create(builder -> builder);
        for (String field : List.of(
                "id",
                "status",
                "checksum",
                "size",
                "virtual_size",
                "created_at",
                "updated_at",
                "os_hash_algo",
                "os_hash_value",
                "direct_url",
                "self",
                "file",
                "schema")) {
            ImagePatch change = patch().replace(field, "x").build();
            refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), change));
            ImagePatch removal = patch().remove(field).build();
            refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), removal));
        }
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-078")
    final void reservedNamesAreNotAdded() {
        Image image = create(builder -> builder);
        for (String field : List.of("os_glance_x", "location", "deleted", "deleted_at")) {
            ImagePatch change = patch().add(field, "x").build();
            refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), change));
        }
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-079")
    final void customPropertiesStayStrings() {
        Image image = create(builder -> builder.property("p", "v"));
        for (Object value : List.of(7, true, List.of("x"))) {
            ImagePatch change = patch().replace("p", value).build();
            refusedHereOrThere(
                    InvalidRequestException.class, () -> owner().images().update(image.id(), change));
        }
        ImagePatch change = patch().add("q", null).build();
        refusedHereOrThere(InvalidRequestException.class, () -> owner().images().update(image.id(), change));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-082")
    final void customPropertyIsAddedReplacedAndRemoved() {
        ImageId image = shared();
        assertThat(update(image, patch().add("p", "1")).properties()).isEqualTo(Map.of("p", "1"));
        assertThat(update(image, patch().add("p", "2")).properties()).isEqualTo(Map.of("p", "2"));
        assertThat(update(image, patch().replace("p", "3")).properties()).isEqualTo(Map.of("p", "3"));
        assertThat(update(image, patch().remove("p")).properties()).isEmpty();
    }

    @Test
    final void namesOfPropertiesAndTagsArriveByteForByte() {
        ImageId image = shared();
        assertThat(update(image, patch().property("a/b~1%2F", "50% é").tags(Set.of("x/y", "~0", "%41")))
                        .properties())
                .isEqualTo(Map.of("a/b~1%2F", "50% é"));
        assertThat(owner().images().get(image).tags()).containsExactlyInAnyOrder("x/y", "~0", "%41");
        assertThat(update(image, patch().remove("a/b~1%2F")).properties()).isEmpty();
    }

    @Test
    final void blanksAroundAFieldsNameAreNotPartOfIt() {
        ImageId image = shared();
        assertThat(update(image, patch().add(" p ", " v ").add(" ", "x")).properties())
                .isEqualTo(Map.of("p", " v ", "", "x"));
        assertThat(update(image, patch().remove("p ").remove("")).properties()).isEmpty();
    }

    @Test
    @Statement("S-083")
    final void absentPropertyIsNotReplaced() {
        Image image = create(builder -> builder.property("p", "v"));
        ImagePatch change = patch().replace("absent", "x").build();
        refused(PropertyConflictException.class, 409, () -> owner().images().update(image.id(), change));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-084")
    final void absentPropertyIsNotRemoved() {
        Image image = create(builder -> builder.property("p", "v"));
        ImagePatch change = patch().remove("absent").build();
        refused(PropertyConflictException.class, 409, () -> owner().images().update(image.id(), change));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-085")
    final void standardFieldIsNotRemoved() {
        Image image = create(builder -> builder);
        for (String field : List.of("name", "tags", "visibility", "protected", "min_disk", "disk_format", "owner")) {
            ImagePatch change = patch().remove(field).build();
            refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), change));
        }
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    final void locationsAreClosedToChangeWhereTheSiteDoesNotShowThem() {
        Image image = create(builder -> builder);
        assertThat(ImageLocation.of(image)).isEmpty();
        assertThat(ImageLocation.directUrl(image)).isEmpty();
        ImageLocation somewhere = ImageLocation.at("http://127.0.0.1/x");
        for (ImagePatch patch : List.of(
                ImagePatch.builder().addLocation(somewhere).build(),
                ImagePatch.builder().addLocation(0, somewhere).build(),
                ImagePatch.builder().locations(List.of(somewhere)).build(),
                ImagePatch.builder().locations(List.of()).build(),
                ImagePatch.builder().removeLocation(0).build())) {
            refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), patch));
        }
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-086")
    final void patchIsAppliedWholeOrNotAtAll() {
        Image image = create(builder -> builder);
        ImagePatch change = patch().name("other")
                .property("p", "v")
                .minDiskGb(3)
                .remove("absent")
                .build();
        refused(PropertyConflictException.class, 409, () -> owner().images().update(image.id(), change));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    final void operationsAreAppliedInOrder() {
        Image image = create(builder -> builder);
        Image after = update(
                image.id(),
                patch().property("p", "1")
                        .replace("p", "2")
                        .remove("p")
                        .property("q", "1")
                        .name("a")
                        .name("b"));
        assertThat(after.name()).isEqualTo("b");
        assertThat(after.properties()).isEqualTo(Map.of("q", "1"));
    }

    @Test
    final void emptyPatchChangesNothingAndNeedsNoRight() {
        Image image = create(builder -> builder);
        assertThat(owner().images().update(image.id(), patch().build())).isEqualTo(image);
        owner().members().add(image.id(), consumerId());
        assertThat(consumer().images().update(image.id(), patch().build())).isEqualTo(image);
        ImagePatch none = patch().build();
        refused(ImageNotFoundException.class, 404, () -> bystander().images().update(image.id(), none));
    }

    @Test
    @Statement("S-089")
    final void formatsAreFixedOnceThereIsData() {
        ImageId image = shared();
        Image changed = update(image, patch().diskFormat(DiskFormat.QCOW2).containerFormat(ContainerFormat.OVF));
        assertThat(changed.diskFormat()).isEqualTo(DiskFormat.QCOW2);
        assertThat(changed.containerFormat()).isEqualTo(ContainerFormat.OVF);
        update(image, patch().diskFormat(DiskFormat.RAW).containerFormat(ContainerFormat.BARE));
        owner().data().upload(image, ImageData.of(new byte[5]));
        Image active = owner().images().get(image);
        for (ImagePatch.Builder change : List.of(
                patch().diskFormat(DiskFormat.QCOW2),
                patch().diskFormat(DiskFormat.RAW),
                patch().containerFormat(ContainerFormat.OVF),
                patch().containerFormat(ContainerFormat.BARE))) {
            refused(ForbiddenException.class, 403, () -> owner().images().update(image, change.build()));
        }
        assertThat(owner().images().get(image)).isEqualTo(active);
        assertThat(update(image, patch().name("n").minDiskGb(9)).minDiskGb()).isEqualTo(9);
    }

    @Test
    @Statement("S-092")
    final void bystanderDoesNotFindTheImageToChange() {
        Image image = image(Visibility.PRIVATE);
        ImagePatch change = patch().name("other").build();
        refused(ImageNotFoundException.class, 404, () -> bystander().images().update(image.id(), change));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-093")
    final void ownerIsChangedByAdminAlone() {
        Image image = create(builder -> builder);
        ImagePatch away = patch().owner(consumerId()).build();
        refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), away));
        ImagePatch same = patch().owner(project(Party.OWNER)).build();
        refused(ForbiddenException.class, 403, () -> owner().images().update(image.id(), same));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
        assertThat(admin().images().update(image.id(), away).owner()).isEqualTo(consumerId());
        assertThat(consumer().images().get(image.id()).owner()).isEqualTo(consumerId());
        refused(ImageNotFoundException.class, 404, () -> owner().images().get(image.id()));
    }

    @Test
    final void differenceOfTwoImagesMakesOneOfTheOther() {
        ImageId id = create(admin(), NewImage.builder().build()).id();
        RandomImages images = new RandomImages(project(Party.OWNER), consumerId());
        Image before = admin().images().get(id);
        for (int i = 0; i < 20; i++) {
            Image wanted = images.changed(before);
            Image after = admin().images().update(id, ImagePatch.between(before, wanted));
            assertThat(ImagePatch.between(after, wanted).operations())
                    .as("seed %s, change %s", images.seed(), i)
                    .isEmpty();
            assertThat(after.toBuilder()
                            .statusWord(wanted.statusWord())
                            .sizeBytes(wanted.sizeBytes())
                            .updatedAt(wanted.updatedAt())
                            .build())
                    .as("seed %s, change %s", images.seed(), i)
                    .isEqualTo(wanted);
            before = after;
        }
    }

    @Test
    final void differenceLeavesOutWhatTheServiceSets() {
        Image before = create(builder -> builder);
        Image after = before.toBuilder()
                .statusWord("active")
                .sizeBytes(7L)
                .virtualSizeBytes(7L)
                .checksum("0123456789abcdef0123456789abcdef")
                .hash(new ImageHash("sha512", "0"))
                .createdAt(Instant.EPOCH)
                .updatedAt(null)
                .otherFields(Map.of("direct_url", "file:///x"))
                .name("new")
                .build();
        ImagePatch patch = ImagePatch.between(before, after);
        assertThat(patch).isEqualTo(patch().name("new").build());
        assertThat(owner().images().update(before.id(), patch).name()).isEqualTo("new");
    }

    @Test
    final void differenceOfPropertiesIsAConflictWhenTheyAreGone() {
        Image before = create(builder -> builder.property("p", "1"));
        ImagePatch replaced = ImagePatch.between(
                before, before.toBuilder().properties(Map.of("p", "2")).build());
        owner().images().update(before.id(), patch().remove("p").build());
        refused(PropertyConflictException.class, 409, () -> owner().images().update(before.id(), replaced));
        ImagePatch removed = ImagePatch.between(
                before, before.toBuilder().properties(Map.of()).build());
        refused(PropertyConflictException.class, 409, () -> owner().images().update(before.id(), removed));
    }
}
