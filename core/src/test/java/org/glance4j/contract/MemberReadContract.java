package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Showing and listing members. */
abstract class MemberReadContract extends ResourceContract {
    private final ProjectId other = someProject();

    /** Returns an image with two members: the consumer, which has accepted, and another. */
    private ImageId sharedWithTwo() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        owner().members().add(image, other);
        return image;
    }

    private void listsBoth(ImageTransport party) {
        assertThat(party.members().list(sharedWithTwo()))
                .extracting(Member::memberId, Member::status)
                .containsExactlyInAnyOrder(
                        tuple(consumerId(), MemberStatus.ACCEPTED), tuple(other, MemberStatus.PENDING));
    }

    @Test
    @Statement("S-028")
    final void ownerListsAllMembers() {
        listsBoth(owner());
        assertThat(owner().members().list(shared())).isEmpty();
    }

    @Test
    @Statement("S-029")
    final void memberListsItselfAlone() {
        assertThat(consumer().members().list(sharedWithTwo()))
                .extracting(Member::memberId, Member::status)
                .containsExactly(tuple(consumerId(), MemberStatus.ACCEPTED));
    }

    @Test
    @Statement("S-030")
    final void bystanderListsNothing() {
        ImageId image = sharedWithTwo();
        refused(ImageNotFoundException.class, 404, () -> bystander().members().list(image));
    }

    @Test
    @Statement("S-031")
    final void adminListsAllMembers() {
        listsBoth(admin());
    }

    @Test
    @Statement("S-032")
    final void privateImageHasNoListOfMembers() {
        ImageId image = image(Visibility.PRIVATE).id();
        refused(ForbiddenException.class, 403, () -> owner().members().list(image));
        refused(ForbiddenException.class, 403, () -> admin().members().list(image));
        refused(ImageNotFoundException.class, 404, () -> bystander().members().list(image));
    }

    @Test
    final void imageThatIsNotSharedShowsNoMember() {
        for (Visibility visibility : new Visibility[] {Visibility.PRIVATE, Visibility.COMMUNITY, Visibility.PUBLIC}) {
            ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
            changeVisibility(admin(), image, visibility);
            refused(MemberNotFoundException.class, 404, () -> owner().members().get(image, consumerId()));
            refused(MemberNotFoundException.class, 404, () -> admin().members().get(image, consumerId()));
            refused(
                    MemberNotFoundException.class,
                    404,
                    () -> consumer().members().get(image, consumerId()));
        }
    }

    @Test
    @Statement("S-033")
    final void ownerShowsMember() {
        ImageId image = sharedWithTwo();
        assertThat(owner().members().get(image, consumerId()).status()).isEqualTo(MemberStatus.ACCEPTED);
        refused(MemberNotFoundException.class, 404, () -> owner().members().get(image, someProject()));
    }

    @Test
    @Statement("S-034")
    final void memberShowsItself() {
        ImageId image = sharedWithTwo();
        assertThat(consumer().members().get(image, consumerId()).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    @Statement("S-035")
    final void memberDoesNotFindAnother() {
        ImageId image = sharedWithTwo();
        refused(MemberNotFoundException.class, 404, () -> consumer().members().get(image, other));
    }

    @Test
    @Statement("S-036")
    final void bystanderFindsNoMember() {
        ImageId image = sharedWithTwo();
        refused(MemberNotFoundException.class, 404, () -> bystander().members().get(image, consumerId()));
    }
}
