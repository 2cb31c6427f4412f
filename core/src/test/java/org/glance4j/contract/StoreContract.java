package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glance4j.error.ConflictException;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Test;

/** The stores of a site with two, of which {@code fast} is the default one. */
abstract class StoreContract extends ResourceContract {
    private static final StoreId FAST = StoreId.of("fast");
    private static final StoreId SLOW = StoreId.of("slow");
    private static final StoreId NONE = StoreId.of("no-such-store");

    private ImageId inBoth() {
        ImageId image = shared();
        owner().imports().stage(image, ImageData.of(new byte[100]));
        owner().imports().importImage(image, ImageImport.glanceDirect().toAllStores());
        awaitedIn(image, "fast,slow");
        return image;
    }

    private Image awaitedIn(ImageId image, String stores) {
        return awaited(
                image,
                now -> now.status() == ImageStatus.ACTIVE
                        && stores.equals(now.otherFields().get("stores"))
                        && !now.properties().containsKey("os_glance_import_task"));
    }

    @Test
    final void storesAreListedToEverybodyInShort() {
        for (Party party : Party.values()) {
            List<Store> stores = target().as(party).stores().list();
            assertThat(stores).extracting(Store::id).containsExactly(FAST, SLOW);
            assertThat(stores).extracting(Store::isDefault).containsExactly(true, false);
            assertThat(stores).extracting(Store::isReadOnly).containsExactly(false, false);
            assertThat(stores).extracting(Store::type).containsOnlyNulls();
        }
    }

    @Test
    final void howStoresAreConfiguredIsForAdminAlone() {
        assertThat(admin().stores().details()).extracting(Store::type).containsExactly("file", "file");
        assertThat(admin().stores().details()).extracting(Store::id).containsExactly(FAST, SLOW);
        refused(ForbiddenException.class, 403, () -> owner().stores().details());
    }

    @Test
    final void newImageSaysWhereItCanGo() {
        Image created = create(builder -> builder);
        assertThat(created.otherFields()).isEmpty();
        String name = uniqueName();
        WireAnswer answer = send(Party.OWNER, post("/v2/images", "{\"name\":\"" + name + "\"}"));
        answer.header("location").ifPresent(at -> remember(ImageId.of(at.substring(at.lastIndexOf('/') + 1))));
        assertThat(answer.header("openstack-image-import-methods")).hasValue("glance-direct,web-download,copy-image");
        // A Glance that has imported since it started names the stores too that it keeps for itself.
        assertThat(answer.header("openstack-image-store-ids").orElse("")).startsWith("fast,slow");
    }

    @Test
    final void uploadGoesToTheDefaultStoreOrToTheOneThatIsNamed() {
        ImageId image = withData(new byte[10]);
        assertThat(owner().images().get(image).otherFields()).isEqualTo(Map.of("stores", "fast"));
        ImageId other = shared();
        owner().data().upload(other, ImageData.of(new byte[10]), SLOW);
        assertThat(owner().images().get(other).otherFields()).isEqualTo(Map.of("stores", "slow"));
    }

    @Test
    final void storeOfAnUploadIsLookedAtBeforeTheImage() {
        Image image = create(owner(), NewImage.named(uniqueName()).build());
        for (ImageId id : List.of(image.id(), unknownImage())) {
            refused(
                    InvalidRequestException.class,
                    400,
                    () -> owner().data().upload(id, ImageData.of(new byte[10]), NONE));
            refused(
                    InvalidRequestException.class,
                    400,
                    () -> bystander().data().upload(id, ImageData.of(new byte[10]), NONE));
        }
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    final void deactivatedImageShowsItsStoresToAdminAlone() {
        ImageId image = withData(new byte[10]);
        owner().images().deactivate(image);
        assertThat(owner().images().get(image).otherFields()).isEmpty();
        assertThat(admin().images().get(image).otherFields()).isEqualTo(Map.of("stores", "fast"));
        owner().images().reactivate(image);
        assertThat(owner().images().get(image).otherFields()).isEqualTo(Map.of("stores", "fast"));
    }

    @Test
    final void adminCopiesAnImageToFurtherStores() {
        ImageId image = withData(new byte[10]);
        ImageImport copy = ImageImport.copyImage().toStores(SLOW);
        refused(ForbiddenException.class, 403, () -> owner().imports().importImage(image, copy));
        admin().imports().importImage(image, copy);
        Image copied = awaitedIn(image, "fast,slow");
        assertThat(copied.sizeBytes()).isEqualTo(10);
        refused(InvalidRequestException.class, 400, () -> admin().imports().importImage(image, copy));
        refused(
                InvalidRequestException.class,
                400,
                () -> admin().imports().importImage(image, ImageImport.copyImage()));
        refused(
                ImageStatusConflictException.class,
                409,
                () -> admin().imports()
                        .importImage(image, ImageImport.copyImage().toStores(NONE, SLOW)));
        admin().imports().importImage(image, ImageImport.copyImage().toAllStores());
        assertThat(admin().images().get(image)).isEqualTo(copied);
        ImageId queued = shared();
        refused(
                ImageStatusConflictException.class,
                409,
                () -> admin().imports().importImage(queued, ImageImport.copyImage()));
    }

    @Test
    final void dataIsDeletedFromOneStoreAndNeverFromTheLast() {
        ImageId image = inBoth();
        if (isLegacy()) {
            refused(
                    ImageNotFoundException.class,
                    404,
                    () -> bystander().stores().delete(SLOW, image));
            owner().stores().delete(SLOW, image);
        } else {
            refused(ForbiddenException.class, 403, () -> owner().stores().delete(SLOW, image));
            refused(
                    ForbiddenException.class,
                    403,
                    () -> target().as(Party.READER).stores().delete(SLOW, image));
            admin().stores().delete(SLOW, image);
        }
        assertThat(admin().images().get(image).otherFields()).isEqualTo(Map.of("stores", "fast"));
        refused(ForbiddenException.class, 403, () -> admin().stores().delete(FAST, image));
        refused(ForbiddenException.class, 403, () -> admin().stores().delete(SLOW, image));
        assertThat(admin().images().get(image).status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    final void deletionFromAStoreIsRefusedInOrder() {
        ImageId image = inBoth();
        refused(ConflictException.class, 409, () -> bystander().stores().delete(NONE, image));
        refused(ImageNotFoundException.class, 404, () -> admin().stores().delete(SLOW, unknownImage()));
        owner().images().deactivate(image);
        refused(ConflictException.class, 409, () -> admin().stores().delete(SLOW, image));
        answers(
                400,
                Party.ADMIN,
                WireRequest.of("DELETE", "/v2/stores/slow/" + image).body("text/plain", "x"));
    }
}
