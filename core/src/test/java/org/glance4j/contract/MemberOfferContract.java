package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Adding members. */
abstract class MemberOfferContract extends ResourceContract {
    private static final int QUOTA = 128;

    private void takesNoMember(Visibility visibility, ImageTransport party) {
        ImageId image = image(visibility).id();
        refused(ForbiddenException.class, 403, () -> party.members().add(image, consumerId()));
        changeVisibility(admin(), image, Visibility.SHARED);
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-001")
    final void privateImageTakesNoMember() {
        takesNoMember(Visibility.PRIVATE, owner());
        takesNoMember(Visibility.PRIVATE, admin());
    }

    @Test
    @Statement("S-002")
    final void publicImageTakesNoMember() {
        takesNoMember(Visibility.PUBLIC, owner());
        takesNoMember(Visibility.PUBLIC, admin());
    }

    @Test
    @Statement("S-003")
    final void communityImageTakesNoMemberNotEvenFromAdmin() {
        takesNoMember(Visibility.COMMUNITY, owner());
        takesNoMember(Visibility.COMMUNITY, admin());
    }

    @Test
    @Statement("S-004")
    final void ownerOffersSharedImageAndTheMemberIsPending() {
        ImageId image = shared();
        Member added = owner().members().add(image, consumerId());
        assertThat(added.imageId()).isEqualTo(image);
        assertThat(added.memberId()).isEqualTo(consumerId());
        assertThat(added.status()).isEqualTo(MemberStatus.PENDING);
        assertThat(added.createdAt()).isEqualTo(added.updatedAt());
        assertThat(row(image)).isEqualTo(added);
        JsonNode shown = send(Party.OWNER, get(member(image, consumerId()))).json();
        assertThat(shown.get("schema").asText()).isEqualTo("/v2/schemas/member");
    }

    @Test
    @Statement("S-005")
    final void sameMemberTwiceIsConflictAndKeepsTheRow() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        Member before = row(image);
        refused(AlreadyMemberException.class, 409, () -> owner().members().add(image, consumerId()));
        assertThat(rows(image)).containsExactly(consumerId());
        assertThat(row(image)).isEqualTo(before);
    }

    @Test
    @Statement("S-006")
    final void bystanderDoesNotSeeTheImageItWantsToOffer() {
        ImageId image = shared();
        refused(ImageNotFoundException.class, 404, () -> bystander().members().add(image, consumerId()));
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-007")
    final void memberCannotOfferTheImageFurther() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        ProjectId third = project(Party.BYSTANDER);
        refused(ForbiddenException.class, 403, () -> consumer().members().add(image, third));
        assertThat(rows(image)).containsExactly(consumerId());
    }

    @Test
    @Statement("S-008")
    final void adminOffersTheOwnersImage() {
        ImageId image = shared();
        assertThat(admin().members().add(image, consumerId()).status()).isEqualTo(MemberStatus.PENDING);
        assertThat(owner().members().get(image, consumerId()).status()).isEqualTo(MemberStatus.PENDING);
    }

    @Test
    @Statement("S-009")
    final void emptyOrNullMemberIsBadRequest() {
        ImageId image = shared();
        answers(400, Party.OWNER, post(members(image), "{\"member\": \"\"}"));
        answers(400, Party.OWNER, post(members(image), "{\"member\": null}"));
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-010")
    final void bodyWithoutMemberIsBadRequest() {
        ImageId image = shared();
        for (String body :
                List.of("{}", "{\"project\": \"x\"}", "[]", "[\"member\"]", "\"member\"", "7", "{\"member\"")) {
            answers(400, Party.OWNER, post(members(image), body));
        }
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-011")
    final void noBodyIsBadRequest() {
        ImageId image = shared();
        answers(400, Party.OWNER, WireRequest.of("POST", members(image)));
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-012")
    final void addingWithoutTokenIsUnauthorized() {
        ImageId image = shared();
        answers(401, null, post(members(image), "{\"member\": \"" + consumerId() + "\"}"));
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-013")
    final void addingToUnknownImageIsNotFound() {
        ImageId image = unknownImage();
        refused(ImageNotFoundException.class, 404, () -> owner().members().add(image, consumerId()));
        refused(ImageNotFoundException.class, 404, () -> admin().members().add(image, consumerId()));
    }

    @Test
    @Statement("S-014")
    final void memberBeyondTheQuotaIsTooLarge() {
        ImageId image = shared();
        addMembers(target(), image, QUOTA);
        refused(MemberLimitExceededException.class, 413, () -> owner().members().add(image, someProject()));
        assertThat(rows(image)).hasSize(QUOTA);
        ProjectId first = rows(image).get(0);
        // The quota is looked at before the duplicate.
        refused(MemberLimitExceededException.class, 413, () -> owner().members().add(image, first));
        // A removed member does not count.
        owner().members().remove(image, first);
        owner().members().add(image, consumerId());
        assertThat(rows(image)).hasSize(QUOTA).contains(consumerId()).doesNotContain(first);
    }

    @Test
    @Statement("S-015")
    final void negativeQuotaIsNone() {
        try (ContractTarget unlimited = target().withoutMemberQuota()) {
            ImageTransport owner = unlimited.as(Party.OWNER);
            ImageId image =
                    owner.images().create(NewImage.named(uniqueName()).build()).id();
            addMembers(unlimited, image, QUOTA + 1);
            assertThat(owner.members().list(image)).hasSize(QUOTA + 1);
        }
    }

    private static void addMembers(ContractTarget target, ImageId image, int count) {
        for (int i = 0; i < count; i++) {
            target.as(Party.OWNER).members().add(image, someProject());
        }
    }

    @Test
    @Statement("S-041")
    final void memberThatIsAddedAgainIsPendingWhateverItWas() {
        for (MemberStatus status : List.of(MemberStatus.ACCEPTED, MemberStatus.REJECTED)) {
            ImageId image = sharedWithConsumer(status);
            Member before = row(image);
            owner().members().remove(image, consumerId());
            Member after = owner().members().add(image, consumerId());
            assertThat(after.status()).isEqualTo(MemberStatus.PENDING);
            assertThat(after.createdAt()).isEqualTo(before.createdAt());
            assertThat(row(image)).isEqualTo(after);
        }
    }

    @Test
    @Statement("S-042")
    final void deletedImageHasNoMemberOperations() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        owner().images().delete(image);
        for (Party party : List.of(Party.OWNER, Party.CONSUMER, Party.ADMIN)) {
            var members = target().as(party).members();
            refused(ImageNotFoundException.class, 404, () -> members.add(image, someProject()));
            refused(ImageNotFoundException.class, 404, () -> members.list(image));
            refused(MemberNotFoundException.class, 404, () -> members.get(image, consumerId()));
            refused(MemberNotFoundException.class, 404, () -> members.remove(image, consumerId()));
            refused(
                    MemberNotFoundException.class,
                    404,
                    () -> members.updateStatus(image, consumerId(), MemberStatus.REJECTED));
        }
    }

    private void worksOn(ImageId image) {
        owner().members().add(image, consumerId());
        assertThat(consumer().members().list(image))
                .extracting(Member::memberId)
                .containsExactly(consumerId());
        consumer().members().updateStatus(image, consumerId(), MemberStatus.ACCEPTED);
        assertThat(owner().members().get(image, consumerId()).status()).isEqualTo(MemberStatus.ACCEPTED);
        owner().members().remove(image, consumerId());
        assertThat(rows(image)).isEmpty();
    }

    @Test
    @Statement("S-043")
    final void memberOperationsWorkOnQueuedDeactivatedAndProtectedImages() {
        worksOn(shared());
        ImageId deactivated = shared();
        owner().data().upload(deactivated, ImageData.of(new byte[1]));
        owner().images().deactivate(deactivated);
        worksOn(deactivated);
        Image kept = create(builder -> builder.isProtected(true));
        worksOn(kept.id());
    }

    @Test
    final void ownProjectCanBeAddedAndItsRowNeverChanged() {
        ImageId image = shared();
        ProjectId own = project(Party.OWNER);
        assertThat(owner().members().add(image, own).status()).isEqualTo(MemberStatus.PENDING);
        refused(ForbiddenException.class, 403, () -> owner().members().updateStatus(image, own, MemberStatus.ACCEPTED));
        assertThat(owner().members().get(image, own).status()).isEqualTo(MemberStatus.PENDING);
    }

    @Test
    final void memberIdsAreOpaqueAndCaseMatters() {
        ImageId image = shared();
        ProjectId odd = ProjectId.of("50%-of units+x");
        owner().members().add(image, odd);
        owner().members().add(image, ProjectId.of("50%-OF units+x"));
        assertThat(owner().members().get(image, odd).memberId()).isEqualTo(odd);
        owner().members().remove(image, odd);
        assertThat(rows(image)).containsExactly(ProjectId.of("50%-OF units+x"));
    }

    @Test
    final void statusInTheBodyThatAddsIsIgnored() {
        ImageId image = shared();
        answers(
                200,
                Party.OWNER,
                post(members(image), "{\"member\": \"" + consumerId() + "\", \"status\": \"accepted\"}"));
        assertThat(row(image).status()).isEqualTo(MemberStatus.PENDING);
    }
}
