package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

/** Creating, showing and deleting images. */
abstract class ImageContract extends ResourceContract {

    private static NewImage.Builder fresh() {
        return NewImage.named(uniqueName());
    }

    /** Sends a body that creates an image, and expects none. */
    private void isNotCreated(int status, String fields) {
        String name = uniqueName();
        answers(status, Party.OWNER, post("/v2/images", "{\"name\": \"" + name + "\", " + fields + "}"));
        assertThat(listed(owner(), ImageQuery.builder().name(name))).isEmpty();
    }

    @Test
    @Statement("S-074")
    final void freshImageIsQueuedAndEmpty() {
        Image image = create(owner(), fresh().build());
        assertThat(image.status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(image.sizeBytes()).isNull();
        assertThat(image.virtualSizeBytes()).isNull();
        assertThat(image.checksum()).isNull();
        assertThat(image.hash()).isNull();
        assertThat(image.diskFormat()).isNull();
        assertThat(image.containerFormat()).isNull();
        assertThat(image.tags()).isEmpty();
        assertThat(image.properties()).isEmpty();
        assertThat(image.minDiskGb()).isZero();
        assertThat(image.minRamMb()).isZero();
        assertThat(image.isProtected()).isFalse();
        assertThat(image.hidden()).isFalse();
        assertThat(image.updatedAt()).isEqualTo(image.createdAt());
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-074")
    final void freshImageHasEveryKeyOnTheWire() {
        WireAnswer answer = send(Party.OWNER, post("/v2/images", "{}"));
        ImageId id = ImageId.of(answer.json().get("id").asText());
        remember(id);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("location").orElse("")).endsWith(path(id));
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "status",
                        "visibility",
                        "protected",
                        "os_hidden",
                        "owner",
                        "disk_format",
                        "container_format",
                        "min_disk",
                        "min_ram",
                        "tags",
                        "size",
                        "virtual_size",
                        "checksum",
                        "os_hash_algo",
                        "os_hash_value",
                        "created_at",
                        "updated_at",
                        "self",
                        "file",
                        "schema");
        assertThat(answer.json().get("self").asText()).isEqualTo(path(id));
        assertThat(answer.json().get("file").asText()).isEqualTo(path(id) + "/file");
        assertThat(answer.json().get("schema").asText()).isEqualTo("/v2/schemas/image");
        assertThat(send(Party.OWNER, get(path(id))).json()).isEqualTo(answer.json());
    }

    @Test
    final void everythingThatIsSetIsThere() {
        NewImage wanted = fresh().visibility(Visibility.COMMUNITY)
                .owner(project(Party.OWNER))
                .isProtected(true)
                .hidden(true)
                .diskFormat(DiskFormat.QCOW2)
                .containerFormat(ContainerFormat.OVF)
                .minDiskGb(2_147_483_647)
                .minRamMb(512)
                .tag("a/b")
                .tag("50%")
                .property("os_distro", "débian")
                .property("empty", "")
                .property("a/b~c", "1")
                .build();
        Image image = create(owner(), wanted);
        assertThat(image.name()).isEqualTo(wanted.name());
        assertThat(image.visibility()).isEqualTo(Visibility.COMMUNITY);
        assertThat(image.isProtected()).isTrue();
        assertThat(image.hidden()).isTrue();
        assertThat(image.diskFormat()).isEqualTo(DiskFormat.QCOW2);
        assertThat(image.containerFormat()).isEqualTo(ContainerFormat.OVF);
        assertThat(image.minDiskGb()).isEqualTo(2_147_483_647);
        assertThat(image.minRamMb()).isEqualTo(512);
        assertThat(image.tags()).containsExactlyInAnyOrder("a/b", "50%");
        assertThat(image.properties()).isEqualTo(wanted.properties());
        assertThat(owner().images().get(image.id()).properties()).isEqualTo(wanted.properties());
    }

    @Test
    @Statement("S-075")
    final void idMayBeChosenOnce() {
        ImageId id = unknownImage();
        NewImage wanted = fresh().id(id).build();
        Image image = create(owner(), wanted);
        assertThat(image.id()).isEqualTo(id);
        refused(ImageAlreadyExistsException.class, 409, () -> create(owner(), wanted));
        refused(ImageAlreadyExistsException.class, 409, () -> create(bystander(), wanted));
        assertThat(owner().images().get(id)).isEqualTo(image);
        owner().images().delete(id);
        refused(ImageAlreadyExistsException.class, 409, () -> create(owner(), wanted));
    }

    @Test
    @Statement("S-076")
    final void malformedIdIsBadRequest() {
        for (String id : List.of("xyz", "00000000-0000-0000-0000-00000000000g", "0".repeat(36))) {
            refusedHereOrThere(
                    InvalidRequestException.class,
                    () -> create(owner(), fresh().id(ImageId.of(id)).build()));
            isNotCreated(400, "\"id\": \"" + id + "\"");
        }
        isNotCreated(400, "\"id\": 7");
    }

    @Test
    @Statement("S-077")
    final void readOnlyFieldsAreNotCreated() {
        refused(
                ForbiddenException.class,
                403,
                () -> create(owner(), fresh().property("status", "active").build()));
        for (String field : List.of(
                "\"status\": \"active\"",
                "\"checksum\": \"0123456789abcdef0123456789abcdef\"",
                "\"size\": 7",
                "\"virtual_size\": 7",
                "\"created_at\": \"2026-01-01T00:00:00Z\"",
                "\"updated_at\": \"2026-01-01T00:00:00Z\"",
                "\"self\": \"/x\"",
                "\"file\": \"/x\"",
                "\"schema\": \"/x\"",
                "\"direct_url\": \"/x\"",
                "\"stores\": \"fast\"")) {
            isNotCreated(403, field);
        }
    }

    @Test
    @Statement("S-078")
    final void reservedNamesAreNotCreated() {
        for (String name : List.of("os_glance_x", "os_glance_import_task", "deleted", "deleted_at", "location")) {
            refused(
                    ForbiddenException.class,
                    403,
                    () -> create(owner(), fresh().property(name, "x").build()));
            isNotCreated(403, "\"" + name + "\": \"x\"");
        }
    }

    @Test
    @Statement("S-079")
    final void customPropertiesAreStrings() {
        for (String value : List.of("7", "1.5", "true", "null", "[]", "[\"x\"]", "{}")) {
            isNotCreated(400, "\"my_property\": " + value);
        }
    }

    @Test
    @Statement("S-080")
    final void nameHasNoMoreThan255Characters() {
        Image image = create(owner(), NewImage.named("é".repeat(255)).build());
        assertThat(image.name()).hasSize(255);
        refusedHereOrThere(
                InvalidRequestException.class,
                () -> create(owner(), NewImage.named("n".repeat(256)).build()));
        answers(400, Party.OWNER, post("/v2/images", "{\"name\": \"" + "n".repeat(256) + "\"}"));
        answers(400, Party.OWNER, post("/v2/images", "{\"name\": 7}"));
        ImagePatch patch = ImagePatch.builder().name("n".repeat(256)).build();
        refusedHereOrThere(InvalidRequestException.class, () -> owner().images().update(image.id(), patch));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-081")
    final void unknownFormatIsBadRequest() {
        NewImage disk = fresh().diskFormat(DiskFormat.of("floppy")).build();
        refusedHereOrThere(InvalidRequestException.class, () -> create(owner(), disk));
        NewImage container =
                fresh().containerFormat(ContainerFormat.of("crate")).build();
        refusedHereOrThere(InvalidRequestException.class, () -> create(owner(), container));
        isNotCreated(400, "\"disk_format\": \"floppy\"");
        isNotCreated(400, "\"container_format\": \"crate\"");
    }

    @Test
    final void bodiesThatAreNoImageAreBadRequest() {
        answers(400, Party.OWNER, WireRequest.of("POST", "/v2/images"));
        for (String body : List.of("{", "7", "\"x\"", "{\"name\": \"x\"")) {
            answers(400, Party.OWNER, post("/v2/images", body));
        }
        for (String field : List.of(
                "\"min_disk\": -1",
                "\"min_ram\": 2147483648",
                "\"protected\": \"yes\"",
                "\"tags\": \"a\"",
                "\"tags\": [7]",
                "\"visibility\": \"secret\"")) {
            isNotCreated(400, field);
        }
    }

    @Test
    @Statement("S-098")
    final void imageHasNoMoreThan128Properties() {
        NewImage.Builder builder = fresh();
        for (int i = 0; i < 128; i++) {
            builder.property("p" + i, "v");
        }
        Image image = create(owner(), builder.build());
        assertThat(image.properties()).hasSize(128);
        refused(
                LimitExceededException.class,
                413,
                () -> create(owner(), builder.property("one-more", "v").build()));
        ImagePatch more = ImagePatch.builder().property("one-more", "v").build();
        refused(LimitExceededException.class, 413, () -> owner().images().update(image.id(), more));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
        ImagePatch swap =
                ImagePatch.builder().remove("p0").property("one-more", "v").build();
        assertThat(owner().images().update(image.id(), swap).properties()).hasSize(128);
    }

    @Test
    @Statement("S-090")
    final void protectedImageIsNotDeletedBeforeItIsReleased() {
        Image image = create(builder -> builder.isProtected(true));
        refused(ForbiddenException.class, 403, () -> owner().images().delete(image.id()));
        refused(ForbiddenException.class, 403, () -> admin().images().delete(image.id()));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
        owner().images()
                .update(image.id(), ImagePatch.builder().isProtected(false).build());
        owner().images().delete(image.id());
        refused(ImageNotFoundException.class, 404, () -> owner().images().get(image.id()));
    }

    @Test
    @Statement("S-091")
    final void deletedImageIsGone() {
        Image image = create(builder -> builder);
        owner().images().delete(image.id());
        for (Party party : List.of(Party.OWNER, Party.ADMIN)) {
            refused(
                    ImageNotFoundException.class,
                    404,
                    () -> target().as(party).images().get(image.id()));
            refused(
                    ImageNotFoundException.class,
                    404,
                    () -> target().as(party).images().delete(image.id()));
            assertThat(listed(target().as(party), named(image))).isEmpty();
        }
    }

    @Test
    final void foreignOwnerIsSetByAdminAlone() {
        NewImage foreign = fresh().owner(consumerId()).build();
        refused(ForbiddenException.class, 403, () -> create(owner(), foreign));
        Image image = create(admin(), foreign);
        assertThat(image.owner()).isEqualTo(consumerId());
        assertThat(consumer().images().get(image.id()).owner()).isEqualTo(consumerId());
    }

    @Test
    final void nameMayBeEmptyOrAbsent() {
        assertThat(create(owner(), NewImage.builder().build()).name()).isNull();
        assertThat(create(owner(), NewImage.named("").build()).name()).isEmpty();
    }
}
