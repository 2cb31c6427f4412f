package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.RangeNotSatisfiableException;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.lifecycle.Profile;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.LocationValidation;
import org.glance4j.model.NewImage;
import org.glance4j.model.StoreId;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskStatus;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/**
 * What a service does whose site shows locations and takes addresses of data that is elsewhere: {@code show_multiple_locations}, {@code
 * show_image_direct_url}, and the stores {@code fast}, {@code slow} and {@code web}, the last one of which takes no data.
 *
 * <p>Source: {@code glance/api/v2/images.py} (_do_add_locations, _do_replace_locations, _do_remove_locations,
 * _validate_validation_data), 25.1.0; add_location, get_locations, 30.0.0.
 */
public abstract class OpenLocationContract {
    /** What {@link #FIVE} has. */
    protected static final byte[] DATA = {1, 2, 3, 4, 5};

    /** An address with data. */
    protected static final String FIVE = "http://images.example/five";

    /** An address with other data. */
    protected static final String SEVEN = "http://images.example/seven";

    /** An address without data. */
    protected static final String EMPTY = "http://images.example/empty";

    private static final String NOWHERE = "http://images.example/nowhere";
    private static final String MD5 = "7cfdd07889b3295d6a550914ab35e068";
    private static final String SHA512 = "50540bc4ae31875fceb3829434c55e3c2b66ddd7227a883a3b4cc8f6cda965ad"
            + "1712b3ee0008f9cee08da93f5234c1a7bf0e2570ef56d65280ffea691b953efe";

    /** Returns what the web has under its addresses. */
    protected static Map<URI, byte[]> web() {
        return Map.of(
                URI.create(FIVE),
                DATA,
                URI.create(FIVE + "?again"),
                DATA,
                URI.create(SEVEN),
                new byte[7],
                URI.create(EMPTY),
                new byte[0]);
    }

    /** Returns a party's transport. */
    protected abstract ImageTransport as(Party party);

    /** Returns the transport of a caller with the role {@code service}, of a project of its own. */
    protected abstract ImageTransport service();

    protected abstract Profile profile();

    /** Lets the time pass that an import takes. */
    protected abstract void pass();

    /** Takes back what the web has under an address. */
    protected abstract void forget(String address);

    private ImageTransport owner() {
        return as(Party.OWNER);
    }

    private boolean isLegacy() {
        return profile() == Profile.LEGACY;
    }

    private ImageId image() {
        return image(Visibility.SHARED);
    }

    private ImageId image(Visibility visibility) {
        return owner().images()
                .create(NewImage.named("x")
                        .visibility(visibility)
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
    }

    private static ImageLocation web(String address) {
        return new ImageLocation(address, Map.of("store", "web"), null);
    }

    private static ImageLocation told(String address, String algorithm, String hash, String checksum) {
        return new ImageLocation(address, Map.of(), new LocationValidation(new ImageHash(algorithm, hash), checksum));
    }

    private static List<ImageLocation> shown(Image image) {
        return ImageLocation.of(image).orElseThrow();
    }

    private static List<String> addresses(Image image) {
        return shown(image).stream().map(ImageLocation::url).toList();
    }

    private Image add(ImageId id, String... addresses) {
        ImagePatch.Builder patch = ImagePatch.builder();
        for (String address : addresses) {
            patch.addLocation(ImageLocation.at(address));
        }
        return owner().images().update(id, patch.build());
    }

    private static ImagePatch adding(String address) {
        return ImagePatch.builder().addLocation(ImageLocation.at(address)).build();
    }

    private static ImagePatch setting(String... addresses) {
        return ImagePatch.builder()
                .locations(Arrays.stream(addresses).map(ImageLocation::at).toList())
                .build();
    }

    private static byte[] download(ImageTransport caller, ImageId id) throws IOException {
        try (ImageDownload data = caller.data().download(id)) {
            return data.stream().readAllBytes();
        }
    }

    private static ImageServiceException refused(int status, String text, ThrowingCallable call) {
        ImageServiceException refused = catchThrowableOfType(ImageServiceException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.failure().serviceText()).isEqualTo(text);
        assertThat(refused.failure().status()).isEqualTo(status);
        return refused;
    }

    private void refused(int status, String text, ImageId id, ImagePatch patch) {
        Image before = as(Party.ADMIN).images().get(id);
        refused(status, text, () -> owner().images().update(id, patch));
        assertThat(as(Party.ADMIN).images().get(id)).isEqualTo(before);
    }

    @Test
    final void anImageShowsWhereTheServiceHoldsItsData() {
        ImageId id = image();
        assertThat(shown(owner().images().get(id))).isEmpty();
        assertThat(ImageLocation.directUrl(owner().images().get(id))).isEmpty();
        owner().data().upload(id, ImageData.of(DATA));
        Image image = owner().images().get(id);
        assertThat(shown(image)).hasSize(1);
        ImageLocation held = shown(image).get(0);
        assertThat(held.url()).startsWith("file:///").endsWith(id.value());
        assertThat(held.metadata()).isEqualTo(Map.of("store", "fast"));
        assertThat(ImageLocation.directUrl(image)).contains(held.url());
        assertThat(owner().images().list(ImageQuery.defaults()).items()).contains(image);
    }

    @Test
    final void theFirstLocationActivatesAQueuedImage() throws IOException {
        ImageId id = image();
        Image image = add(id, FIVE);
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.sizeBytes()).isEqualTo(DATA.length);
        assertThat(image.checksum()).isNull();
        assertThat(image.hash()).isNull();
        assertThat(shown(image)).containsExactly(web(FIVE));
        assertThat(ImageLocation.directUrl(image)).contains(FIVE);
        assertThat(image.otherFields()).containsEntry("stores", "web");
        assertThat(owner().images().get(id)).isEqualTo(image);
        assertThat(download(owner(), id)).isEqualTo(DATA);
    }

    /** The store of web addresses reads the whole only. */
    @Test
    final void noPartIsReadOfWhatOnlyTheWebHas() throws IOException {
        ImageId id = image();
        add(id, FIVE);
        String text = "Getting images randomly from this store is not supported. Offset: %d, length: %d";
        Map<ByteRange, String> parts = Map.of(
                ByteRange.between(1, 2),
                text.formatted(1, 2),
                ByteRange.from(1),
                text.formatted(1, 4),
                ByteRange.between(0, 4),
                text.formatted(0, 5),
                ByteRange.last(2),
                text.formatted(3, 2));
        parts.forEach((part, refusal) ->
                refused(400, refusal, () -> owner().data().download(id, part).close()));
        assertThat(catchThrowableOfType(
                        RangeNotSatisfiableException.class,
                        () -> owner().data().download(id, ByteRange.from(5)).close()))
                .isNotNull();
        as(Party.ADMIN).imports().importImage(id, ImageImport.copyImage().toStores(StoreId.of("slow")));
        pass();
        try (ImageDownload part = owner().data().download(id, ByteRange.between(1, 2))) {
            assertThat(part.stream().readAllBytes()).containsExactly(2, 3);
            assertThat(part.sizeBytes()).hasValue(2);
        }
    }

    @Test
    final void theLocationsAreTriedInTheirOrder() throws IOException {
        ImageId id = image();
        owner().locations().add(id, SEVEN, new ImageHash("sha256", "0".repeat(64)));
        pass();
        owner().data().upload(id, ImageData.of(DATA));
        assertThat(addresses(owner().images().get(id))).hasSize(2).first().isEqualTo(SEVEN);
        assertThat(download(owner(), id)).isEqualTo(new byte[DATA.length]);
        try (ImageDownload part = owner().data().download(id, ByteRange.from(1))) {
            assertThat(part.stream().readAllBytes()).containsExactly(2, 3, 4, 5);
        }
        forget(SEVEN);
        assertThat(download(owner(), id)).isEqualTo(DATA);
    }

    @Test
    final void aLocationIsShownWhereItWasAskedForAndKeptBehindTheOthers() {
        ImageId id = image();
        add(id, FIVE);
        Image image = owner().images()
                .update(
                        id,
                        ImagePatch.builder()
                                .addLocation(0, ImageLocation.at(SEVEN))
                                .build());
        assertThat(addresses(image)).containsExactly(SEVEN, FIVE);
        assertThat(addresses(owner().images().get(id))).containsExactly(FIVE, SEVEN);
        assertThat(image.sizeBytes()).isEqualTo(DATA.length);
        Image far = owner().images()
                .update(
                        id,
                        ImagePatch.builder()
                                .addLocation(99, ImageLocation.at(FIVE + "?again"))
                                .build());
        assertThat(addresses(far)).containsExactly(FIVE, SEVEN, FIVE + "?again");
    }

    @Test
    final void allLocationsAreSetAtOnceWhereThereAreNone() {
        ImageId id = image();
        Image image = owner().images().update(id, setting(SEVEN, FIVE));
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.sizeBytes()).isEqualTo(7);
        assertThat(addresses(image)).containsExactly(SEVEN, FIVE);
        Image turned = owner().images()
                .update(
                        id,
                        ImagePatch.builder()
                                .locations(List.of(
                                        new ImageLocation(FIVE, Map.of("n", "v"), null), ImageLocation.at(SEVEN)))
                                .build());
        assertThat(shown(turned))
                .containsExactly(new ImageLocation(FIVE, Map.of("n", "v", "store", "web"), null), web(SEVEN));
        assertThat(owner().images().get(id)).isEqualTo(turned);
        ImageServiceException refused = catchThrowableOfType(
                ImageServiceException.class, () -> owner().images().update(id, setting(FIVE)));
        assertThat(refused.failure().serviceText()).startsWith("Original locations is not empty: ");
        assertThat(rules(refused)).contains(Rule.LOCATIONS_PRESENT);
    }

    private static List<Rule> rules(ImageServiceException refused) {
        return refused.failure().explanations().stream().map(Explanation::rule).toList();
    }

    @Test
    final void addressesAreTakenThatHaveDataAndBelongToAStore() {
        ImageId id = image();
        for (String address :
                List.of(NOWHERE, EMPTY, "ftp://images.example/five", "file:///etc/passwd", "", "x", "http:///")) {
            refused(400, "Invalid location", id, adding(address));
            refused(400, "Invalid location", id, setting(address));
        }
        refused(400, "The location " + FIVE + " already exists", id, setting(FIVE, FIVE));
        add(id, FIVE);
        refused(400, "The location " + FIVE + " already exists", id, adding(FIVE));
        Image other = owner().images()
                .update(
                        id,
                        ImagePatch.builder()
                                .addLocation(new ImageLocation(FIVE, Map.of("n", "v"), null))
                                .build());
        assertThat(addresses(other)).containsExactly(FIVE, FIVE);
    }

    @Test
    final void anImageHasAtMostTenLocations() {
        ImageId id = image();
        String text =
                "The limit has been exceeded on the number of allowed image locations. Attempted: 11, Maximum: 10";
        List<ImageLocation> many = new ArrayList<>();
        ImagePatch.Builder patch = ImagePatch.builder();
        IntStream.range(0, 11).forEach(n -> {
            ImageLocation location = new ImageLocation(FIVE, Map.of("n", "" + n), null);
            many.add(location);
            patch.addLocation(location);
        });
        refused(413, text, id, ImagePatch.builder().locations(many).build());
        refused(413, text, id, patch.build());
    }

    @Test
    final void whatIsToldOfTheDataIsKeptAndBinds() throws IOException {
        ImageId id = image();
        Image image = owner().images()
                .update(
                        id,
                        ImagePatch.builder()
                                .addLocation(told(FIVE, "sha512", SHA512, MD5))
                                .build());
        assertThat(image.hash()).isEqualTo(new ImageHash("sha512", SHA512));
        assertThat(image.checksum()).isEqualTo(MD5);
        assertThat(shown(image).get(0).validation())
                .isEqualTo(new LocationValidation(new ImageHash("sha512", SHA512), MD5));
        assertThat(shown(owner().images().get(id))).containsExactly(web(FIVE));
        try (ImageDownload data = owner().data().download(id)) {
            assertThat(data.checksum()).contains(MD5);
        }
        String other = "0".repeat(128);
        refused(
                409,
                "os_hash_value is already set with a different value",
                id,
                ImagePatch.builder()
                        .addLocation(told(SEVEN, "sha512", other, null))
                        .build());
        assertThat(addresses(owner().images()
                        .update(
                                id,
                                ImagePatch.builder()
                                        .addLocation(told(SEVEN, "sha512", SHA512, MD5))
                                        .build())))
                .containsExactly(FIVE, SEVEN);
        ImageId active = image();
        add(active, FIVE);
        refused(
                409,
                "New value(s) for os_hash_algo, os_hash_value may only be provided when image status is 'queued'",
                active,
                ImagePatch.builder()
                        .addLocation(told(SEVEN, "sha512", SHA512, null))
                        .build());
    }

    @Test
    final void whatIsToldOfTheDataHasItsForm() {
        ImageId id = image();
        String zs = "z".repeat(128);
        Map<ImageLocation, String> refusals = Map.of(
                told(FIVE, "sha256", SHA512, null),
                "os_hash_algo must be sha512, not sha256",
                told(FIVE, "sha512", "00", null),
                "os_hash_value (00) is not the correct size for sha512 (should be 64 bytes)",
                told(FIVE, "sha512", zs, null),
                "os_hash_value (" + zs + ") is not a valid hexadecimal value",
                told(FIVE, "sha512", SHA512, "z".repeat(32)),
                "checksum (" + "z".repeat(32) + ") is not a valid hexadecimal value");
        refusals.forEach((location, text) -> refused(
                409, text, id, ImagePatch.builder().addLocation(location).build()));
        refused(
                409,
                "Conflicting values for os_hash_value",
                id,
                ImagePatch.builder()
                        .locations(List.of(
                                told(FIVE, "sha512", SHA512, null), told(SEVEN, "sha512", "0".repeat(128), null)))
                        .build());
        ImageServiceException refused = catchThrowableOfType(
                ImageServiceException.class,
                () -> owner().images()
                        .update(
                                id,
                                ImagePatch.builder()
                                        .addLocation(told(FIVE, "sha512", SHA512, "0"))
                                        .build()));
        assertThat(refused.failure().status()).isEqualTo(400);
        assertThat(refused.failure().serviceText()).contains("'0' is too short");
    }

    @Test
    final void aChangeOfLocationsTakesItsTurnAmongOthers() {
        ImageId id = image();
        refused(
                409,
                "There was a conflict when trying to complete your request. Property p does not exist.",
                id,
                ImagePatch.builder()
                        .addLocation(ImageLocation.at(FIVE))
                        .replace("p", "v")
                        .build());
        refused(
                403,
                "Attribute disk_format can be only replaced for a queued image.",
                id,
                ImagePatch.builder()
                        .addLocation(ImageLocation.at(FIVE))
                        .diskFormat(DiskFormat.QCOW2)
                        .build());
        Image image = owner().images()
                .update(
                        id,
                        ImagePatch.builder()
                                .diskFormat(DiskFormat.QCOW2)
                                .addLocation(ImageLocation.at(FIVE))
                                .name("y")
                                .build());
        assertThat(image.diskFormat()).isEqualTo(DiskFormat.QCOW2);
        assertThat(image.name()).isEqualTo("y");
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    final void anImageWithoutFormatsTakesNoLocation() {
        ImageId id = owner().images().create(NewImage.named("x").build()).id();
        String text = "Properties disk_format, container_format must be set prior to saving data.";
        refused(400, text, id, adding(FIVE));
        refused(400, text, id, setting(FIVE));
    }

    @Test
    final void whichLocationIsRemovedByWhom() throws IOException {
        ImageId id = image();
        owner().data().upload(id, ImageData.of(DATA));
        add(id, FIVE);
        ImagePatch first = ImagePatch.builder().removeLocation(0).build();
        if (!isLegacy()) {
            refused(403, "You are not authorized to complete delete_image_location action.", id, first);
        }
        ImageTransport remover = isLegacy() ? owner() : as(Party.ADMIN);
        ImagePatch none = ImagePatch.builder().removeLocation(2).build();
        refused(
                400,
                "Invalid position for removing a location.",
                () -> remover.images().update(id, none));
        Image image = remover.images().update(id, first);
        assertThat(addresses(image)).containsExactly(FIVE);
        assertThat(image.checksum()).isEqualTo(MD5);
        assertThat(download(owner(), id)).isEqualTo(DATA);
        ImageServiceException last = refused(
                403,
                "Access was denied to this resource. Cannot remove last location in the image.",
                () -> remover.images().update(id, first));
        assertThat(rules(last)).contains(Rule.LAST_LOCATION);
    }

    @Test
    final void aQueuedImageHasNoLocationToRemove() {
        ImagePatch first = ImagePatch.builder().removeLocation(0).build();
        ImageId id = image();
        refused(
                409,
                "It's not allowed to remove locations if image status is queued.",
                () -> as(Party.ADMIN).images().update(id, first));
        refused(403, "Access was denied to this resource. Cannot set locations to empty list.", id, setting());
    }

    @Test
    final void whoDoesNotOwnAnImageChangesNoLocation() {
        ImageId id = image(Visibility.COMMUNITY);
        ImageTransport other = as(Party.BYSTANDER);
        String closed = isLegacy()
                ? "You do not own this image"
                : "You are not authorized to complete set_image_location action.";
        refused(403, closed, () -> other.images().update(id, adding(FIVE)));
        refused(403, closed, () -> other.images().update(id, setting(FIVE)));
        refused(
                isLegacy() ? 400 : 403,
                isLegacy() ? "Invalid location" : closed,
                () -> other.images().update(id, adding(NOWHERE)));
        String kept = isLegacy() ? closed : "You are not authorized to complete delete_image_location action.";
        refused(
                403,
                kept,
                () -> other.images()
                        .update(id, ImagePatch.builder().removeLocation(0).build()));
        assertThat(owner().images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
        ImageId hidden = image();
        refused(404, "No image found with ID " + hidden, () -> other.images().update(hidden, adding(NOWHERE)));
    }

    @Test
    final void aReaderChangesNoLocationUnderSecureRbac() {
        ImageId id = image();
        if (isLegacy()) {
            assertThat(as(Party.READER).images().update(id, adding(FIVE)).status())
                    .isEqualTo(ImageStatus.ACTIVE);
        } else {
            refused(
                    403,
                    "You are not authorized to complete set_image_location action.",
                    () -> as(Party.READER).images().update(id, adding(FIVE)));
        }
    }

    @Test
    final void aDeactivatedImageHidesItsLocationsFromAllButAdmins() {
        ImageId id = image();
        add(id, FIVE);
        as(Party.ADMIN).images().deactivate(id);
        Image hidden = owner().images().get(id);
        assertThat(shown(hidden)).isEmpty();
        assertThat(ImageLocation.directUrl(hidden)).isEmpty();
        assertThat(hidden.otherFields()).doesNotContainKey("stores");
        assertThat(addresses(as(Party.ADMIN).images().get(id))).containsExactly(FIVE);
        refused(409, "It's not allowed to add locations if image status is deactivated.", id, adding(SEVEN));
        refused(409, "It's not allowed to replace locations if image status is deactivated.", id, setting(SEVEN));
    }

    @Test
    final void theNextLocationServesWhereTheFirstHasNothingAnyMore() throws IOException {
        ImageId id = image();
        add(id, FIVE, FIVE + "?again");
        forget(FIVE);
        assertThat(download(owner(), id)).isEqualTo(DATA);
        forget(FIVE + "?again");
        assertThat(catchThrowableOfType(NoImageDataException.class, () -> download(owner(), id)))
                .isNotNull();
    }

    @Test
    final void aLocationIsDeletedWithItsStoreAndCopiedToOthers() throws IOException {
        ImageId id = image();
        add(id, FIVE);
        as(Party.ADMIN).imports().importImage(id, ImageImport.copyImage().toStores(StoreId.of("slow")));
        pass();
        Image copied = owner().images().get(id);
        assertThat(copied.otherFields()).containsEntry("stores", "web,slow");
        assertThat(copied.checksum()).isEqualTo(MD5);
        as(Party.ADMIN).stores().delete(StoreId.of("web"), id);
        assertThat(addresses(owner().images().get(id))).noneMatch(FIVE::equals).hasSize(1);
        assertThat(download(owner(), id)).isEqualTo(DATA);
    }

    @Test
    final void anAddressIsTakenInAndHashedAfterwards() throws IOException {
        ImageId id = image();
        owner().locations().add(id, FIVE, null);
        assertThat(owner().images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
        refused(409, "Image has active task", () -> owner().locations().add(id, SEVEN, null));
        pass();
        Image image = owner().images().get(id);
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.checksum()).isEqualTo(MD5);
        assertThat(image.hash()).isEqualTo(new ImageHash("sha512", SHA512));
        assertThat(image.properties()).isEmpty();
        assertThat(download(owner(), id)).isEqualTo(DATA);
        assertThat(service().locations().list(publicly(id))).containsExactly(web(FIVE));
        assertThat(owner().imports().tasks(id)).singleElement().satisfies(task -> {
            assertThat(task.typeWord()).isEqualTo("location_import");
            assertThat(task.status()).isEqualTo(TaskStatus.SUCCESS);
            assertThat(task.input()).containsEntry("loc_url", FIVE);
        });
        refused(
                409,
                "It's not allowed to add locations if image status is active.",
                () -> owner().locations().add(id, SEVEN, null));
    }

    private ImageId publicly(ImageId id) {
        as(Party.ADMIN)
                .images()
                .update(id, ImagePatch.builder().visibility(Visibility.PUBLIC).build());
        return id;
    }

    @Test
    final void anAddressWhoseDataHasAnotherHashStaysAtAQueuedImage() {
        ImageId id = image();
        owner().locations().add(id, FIVE, new ImageHash("sha256", "0".repeat(64)));
        pass();
        Image image = owner().images().get(id);
        assertThat(image.status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(image.hash()).isNull();
        assertThat(image.checksum()).isNull();
        assertThat(image.sizeBytes()).isNull();
        assertThat(addresses(image)).containsExactly(FIVE);
        assertThat(owner().imports().tasks(id).get(0).status()).isEqualTo(TaskStatus.FAILURE);
        ImageId right = image();
        owner().locations().add(right, FIVE, new ImageHash("sha1", "11966ab9c099f8fabefac54c08d5be2bd8c903af"));
        pass();
        assertThat(owner().images().get(right).status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(owner().images().get(right).hash())
                .isEqualTo(new ImageHash("sha1", "11966ab9c099f8fabefac54c08d5be2bd8c903af"));
    }

    @Test
    final void anAddressWaitsAtAnImageWithoutFormats() {
        for (ImageHash told : Arrays.asList(null, new ImageHash("sha512", SHA512))) {
            ImageId id = owner().images().create(NewImage.named("x").build()).id();
            owner().locations().add(id, FIVE, told);
            pass();
            Image image = owner().images().get(id);
            assertThat(image.status()).isEqualTo(ImageStatus.QUEUED);
            assertThat(image.hash()).isNull();
            assertThat(image.checksum()).isNull();
            assertThat(image.sizeBytes()).isEqualTo(DATA.length);
            assertThat(addresses(image)).containsExactly(FIVE);
            assertThat(owner().imports().tasks(id).get(0).status()).isEqualTo(TaskStatus.FAILURE);
        }
    }

    @Test
    final void aTaskFailsWhoseImageIsDeletedMeanwhile() {
        ImageId id = image();
        owner().locations().add(id, FIVE, null);
        TaskId task = owner().imports().tasks(id).get(0).id();
        owner().images().delete(id);
        pass();
        assertThat(as(Party.ADMIN).tasks().get(task).status()).isEqualTo(TaskStatus.FAILURE);
    }

    @Test
    final void anAddressWithoutDataLeavesTheImageQueued() {
        for (String address : List.of(NOWHERE, EMPTY)) {
            ImageId id = image();
            owner().locations().add(id, address, null);
            pass();
            Image image = owner().images().get(id);
            assertThat(image.status()).isEqualTo(ImageStatus.QUEUED);
            assertThat(shown(image)).isEmpty();
            assertThat(owner().imports().tasks(id).get(0).status()).isEqualTo(TaskStatus.FAILURE);
            owner().locations().add(id, FIVE, null);
            pass();
            assertThat(owner().images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
        }
    }

    @Test
    final void whatIsAskedOfLocationsHasItsForm() {
        ImageId id = image();
        refused(
                403,
                "http store must be enabled to use location API by normal user.",
                () -> owner().locations().add(id, "cinder://fast/x", null));
        refused(
                400,
                "os_hash_value (zz) is not a valid hexadecimal value",
                () -> owner().locations().add(id, FIVE, new ImageHash("sha256", "zz")));
        refused(
                400,
                "os_hash_value: (00) is not the correct size for sha256 (should be (32) bytes)",
                () -> owner().locations().add(id, FIVE, new ImageHash("sha256", "00")));
        ImageServiceException unknown = catchThrowableOfType(
                ImageServiceException.class, () -> owner().locations().add(id, FIVE, new ImageHash("crc", "00")));
        assertThat(unknown.failure().status()).isEqualTo(400);
        assertThat(unknown.failure().serviceText())
                .startsWith("Provided object does not match schema 'location': 'crc' is not one of");
    }

    @Test
    final void onlyAServiceSeesAndOnlyTheOwnerOrAServiceSetsLocations() {
        ImageId id = image(Visibility.COMMUNITY);
        assertThat(catchThrowableOfType(
                        ForbiddenException.class, () -> owner().locations().list(id)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        ForbiddenException.class,
                        () -> as(Party.BYSTANDER).locations().add(id, FIVE, null)))
                .isNotNull();
        assertThat(service().locations().list(id)).isEmpty();
        service().locations().add(id, FIVE, null);
        pass();
        assertThat(service().locations().list(id)).containsExactly(web(FIVE));
    }

    @Test
    final void theVersionOfTheOperationsIsListed() {
        assertThat(owner().service().versions().highestMinor()).hasValue(17);
    }
}
