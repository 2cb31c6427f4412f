package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Who sees what, and who may change it. */
abstract class VisibilityContract extends ResourceContract {

    private static ImagePatch renamed() {
        return ImagePatch.builder().name("renamed").build();
    }

    @Test
    @Statement("S-044")
    final void unsharingClosesMembershipsAndSharingAgainOpensThem() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        Member before = row(image);
        changeVisibility(owner(), image, Visibility.PRIVATE);
        refused(ImageNotFoundException.class, 404, () -> consumer().images().get(image));
        refused(ForbiddenException.class, 403, () -> owner().members().list(image));
        changeVisibility(owner(), image, Visibility.SHARED);
        assertThat(consumer().images().get(image).visibility()).isEqualTo(Visibility.SHARED);
        assertThat(consumer().members().get(image, consumerId())).isEqualTo(before);
    }

    @Test
    @Statement("S-045")
    final void memberChangesNothingOfTheImage() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        Image before = owner().images().get(image);
        ImageTransport consumer = consumer();
        refused(ForbiddenException.class, 403, () -> consumer.images().update(image, renamed()));
        refused(ForbiddenException.class, 403, () -> consumer.images().delete(image));
        refused(ForbiddenException.class, 403, () -> consumer.images().addTag(image, "t"));
        refused(ForbiddenException.class, 403, () -> consumer.images().removeTag(image, "t"));
        refused(ForbiddenException.class, 403, () -> consumer.data().upload(image, ImageData.of(new byte[1])));
        refused(ForbiddenException.class, 403, () -> consumer.imports().stage(image, ImageData.of(new byte[1])));
        refused(ForbiddenException.class, 403, () -> consumer.images().deactivate(image));
        refused(ForbiddenException.class, 403, () -> consumer.images().reactivate(image));
        assertThat(owner().images().get(image)).isEqualTo(before);
    }

    @Test
    @Statement("S-045")
    final void memberDoesNotFreezeAnActiveImage() {
        ImageId image = withData(new byte[] {1});
        share(image, MemberStatus.ACCEPTED);
        refused(ForbiddenException.class, 403, () -> consumer().images().deactivate(image));
        assertThat(owner().images().get(image).status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    @Statement("S-048")
    final void newImageIsSharedAndTheCallers() {
        Image image = create(owner(), NewImage.named(uniqueName()).build());
        assertThat(image.visibility()).isEqualTo(Visibility.SHARED);
        assertThat(image.owner()).isEqualTo(project(Party.OWNER));
    }

    @Test
    @Statement("S-049")
    final void publicImageIsCreatedByAdminAlone() {
        Image wanted = image(Visibility.PRIVATE);
        NewImage open = NewImage.named(String.valueOf(wanted.name()))
                .visibility(Visibility.PUBLIC)
                .build();
        refused(ForbiddenException.class, 403, () -> create(owner(), open));
        assertThat(listed(admin(), named(wanted))).containsExactly(wanted.id());
        assertThat(create(admin(), open).visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    @Statement("S-050")
    final void ownerDoesNotMakeAnImagePublic() {
        ImageId image = shared();
        Image before = owner().images().get(image);
        refused(ForbiddenException.class, 403, () -> changeVisibility(owner(), image, Visibility.PUBLIC));
        assertThat(owner().images().get(image)).isEqualTo(before);
        changeVisibility(admin(), image, Visibility.PUBLIC);
        refused(ForbiddenException.class, 403, () -> changeVisibility(owner(), image, Visibility.PUBLIC));
    }

    @Test
    @Statement("S-051")
    final void ownerMovesFreelyAmongTheOtherVisibilities() {
        ImageId image = image(Visibility.PRIVATE).id();
        for (Visibility wanted : List.of(Visibility.COMMUNITY, Visibility.SHARED, Visibility.PRIVATE)) {
            assertThat(changeVisibility(owner(), image, wanted).visibility()).isEqualTo(wanted);
            assertThat(owner().images().get(image).visibility()).isEqualTo(wanted);
        }
        changeVisibility(admin(), image, Visibility.PUBLIC);
        assertThat(changeVisibility(owner(), image, Visibility.SHARED).visibility())
                .isEqualTo(Visibility.SHARED);
    }

    @Test
    @Statement("S-052")
    final void privateImageIsSeenByItsOwnerAndAdmin() {
        ImageId image = image(Visibility.PRIVATE).id();
        refused(ImageNotFoundException.class, 404, () -> bystander().images().get(image));
        assertThat(admin().images().get(image).id()).isEqualTo(image);
        assertThat(owner().images().get(image).id()).isEqualTo(image);
    }

    @Test
    @Statement("S-053")
    final void communityAndPublicImagesAreSeenByEveryoneAndChangedByNoOther() {
        for (Visibility visibility : List.of(Visibility.COMMUNITY, Visibility.PUBLIC)) {
            ImageId image = image(visibility).id();
            Image before = bystander().images().get(image);
            assertThat(before.visibility()).isEqualTo(visibility);
            refused(ForbiddenException.class, 403, () -> bystander().images().update(image, renamed()));
            refused(ForbiddenException.class, 403, () -> bystander().images().delete(image));
            assertThat(owner().images().get(image)).isEqualTo(before);
        }
    }

    @Test
    final void whatIsNotSeenIsNotFoundByAnyOperation() {
        ImageId image = shared();
        Image before = owner().images().get(image);
        ImageTransport bystander = bystander();
        refused(ImageNotFoundException.class, 404, () -> bystander.images().get(image));
        refused(ImageNotFoundException.class, 404, () -> bystander.images().update(image, renamed()));
        refused(ImageNotFoundException.class, 404, () -> bystander.images().delete(image));
        refused(ImageNotFoundException.class, 404, () -> bystander.images().addTag(image, "t"));
        refused(ImageNotFoundException.class, 404, () -> bystander.images().deactivate(image));
        refused(ImageNotFoundException.class, 404, () -> bystander.images().reactivate(image));
        refused(ImageNotFoundException.class, 404, () -> bystander.data().upload(image, ImageData.of(new byte[1])));
        refused(ImageNotFoundException.class, 404, () -> bystander.data().download(image));
        refused(MemberNotFoundException.class, 404, () -> bystander.members().get(image, consumerId()));
        assertThat(owner().images().get(image)).isEqualTo(before);
    }

    @Test
    final void projectThatBecomesOwnerKeepsItsRowAndMayNotUpdateIt() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        admin().images().update(image, ImagePatch.builder().owner(consumerId()).build());
        assertThat(consumer().members().list(image))
                .extracting(Member::memberId)
                .containsExactly(consumerId());
        refused(
                ForbiddenException.class,
                403,
                () -> consumer().members().updateStatus(image, consumerId(), MemberStatus.REJECTED));
        refused(ImageNotFoundException.class, 404, () -> owner().images().get(image));
        assertThat(row(image).status()).isEqualTo(MemberStatus.ACCEPTED);
    }
}
