package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

/** Removing members. */
abstract class MemberRemovalContract extends ResourceContract {

    @Test
    @Statement("S-037")
    final void ownerWithdrawsAndTheImageIsGoneForTheConsumer() {
        Image image = create(builder -> builder);
        share(image.id(), MemberStatus.ACCEPTED);
        assertThat(listed(consumer(), named(image))).containsExactly(image.id());
        owner().members().remove(image.id(), consumerId());
        refused(ImageNotFoundException.class, 404, () -> consumer().images().get(image.id()));
        assertThat(listed(consumer(), named(image))).isEmpty();
        ImageQuery.Builder shared = named(image).visibility(Visibility.SHARED).anyMemberStatus();
        assertThat(listed(consumer(), shared)).isEmpty();
        assertThat(rows(image.id())).isEmpty();
    }

    @Test
    final void adminWithdraws() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        admin().members().remove(image, consumerId());
        assertThat(rows(image)).isEmpty();
        refused(MemberNotFoundException.class, 404, () -> admin().members().remove(image, consumerId()));
    }

    @Test
    @Statement("S-038")
    final void memberCannotLeave() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        Member before = row(image);
        refused(ForbiddenException.class, 403, () -> consumer().members().remove(image, consumerId()));
        assertThat(row(image)).isEqualTo(before);
    }

    @Test
    @Statement("S-039")
    final void bystanderFindsNoMemberToRemove() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        refused(MemberNotFoundException.class, 404, () -> bystander().members().remove(image, consumerId()));
        assertThat(rows(image)).containsExactly(consumerId());
    }

    @Test
    @Statement("S-040")
    final void projectThatIsNoMemberCannotBeRemoved() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        refused(MemberNotFoundException.class, 404, () -> owner().members().remove(image, someProject()));
        assertThat(rows(image)).containsExactly(consumerId());
    }

    @Test
    @Statement("S-047")
    final void memberRemovesAnotherInVain() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        ProjectId other = someProject();
        owner().members().add(image, other);
        for (ProjectId target : new ProjectId[] {other, someProject()}) {
            if (isLegacy()) {
                refused(
                        ForbiddenException.class,
                        403,
                        () -> consumer().members().remove(image, target));
            } else {
                refused(
                        MemberNotFoundException.class,
                        404,
                        () -> consumer().members().remove(image, target));
            }
        }
        assertThat(rows(image)).containsExactlyInAnyOrder(consumerId(), other);
    }

    @Test
    final void imageThatIsNotSharedKeepsItsMembersFromBeingRemoved() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        changeVisibility(owner(), image, Visibility.COMMUNITY);
        refused(ForbiddenException.class, 403, () -> owner().members().remove(image, consumerId()));
        changeVisibility(owner(), image, Visibility.SHARED);
        assertThat(row(image).status()).isEqualTo(MemberStatus.ACCEPTED);
    }
}
