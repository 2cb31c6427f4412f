package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Setting a member's status, and what follows from it. */
abstract class MemberDecisionContract extends ResourceContract {

    private static Member set(ImageTransport party, ImageId image, ProjectId member, MemberStatus status) {
        return party.members().updateStatus(image, member, status);
    }

    @Test
    @Statement("S-016")
    final void pendingMemberShowsTheImage() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        assertThat(consumer().images().get(image).id()).isEqualTo(image);
    }

    @Test
    @Statement("S-017")
    final void pendingMemberDownloadsTheImage() throws IOException {
        byte[] data = {1, 2, 3, 4};
        ImageId image = withData(data);
        share(image, MemberStatus.PENDING);
        try (ImageDownload download = consumer().data().download(image)) {
            assertThat(download.stream().readAllBytes()).isEqualTo(data);
        }
    }

    private void isListed(MemberStatus status, boolean expected) {
        Image image = create(builder -> builder);
        share(image.id(), status);
        assertThat(listed(consumer(), named(image)).contains(image.id())).isEqualTo(expected);
        assertThat(listed(owner(), named(image))).containsExactly(image.id());
    }

    @Test
    @Statement("S-018")
    final void pendingImageIsAbsentFromTheDefaultList() {
        isListed(MemberStatus.PENDING, false);
    }

    @Test
    @Statement("S-019")
    final void acceptedImageIsInTheDefaultList() {
        isListed(MemberStatus.ACCEPTED, true);
    }

    @Test
    @Statement("S-020")
    final void rejectedImageIsAbsentFromTheDefaultList() {
        isListed(MemberStatus.REJECTED, false);
    }

    @Test
    @Statement("S-021")
    final void consumerMovesBetweenTheStatusesInEveryOrder() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        for (MemberStatus status : List.of(
                MemberStatus.ACCEPTED,
                MemberStatus.REJECTED,
                MemberStatus.PENDING,
                MemberStatus.REJECTED,
                MemberStatus.ACCEPTED,
                MemberStatus.PENDING)) {
            Member answered = set(consumer(), image, consumerId(), status);
            assertThat(answered.status()).isEqualTo(status);
            assertThat(row(image)).isEqualTo(answered);
        }
    }

    @Test
    final void statusThatIsThereAlreadyIsSetWithoutTouchingTheRow() {
        for (MemberStatus status : List.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED)) {
            ImageId image = sharedWithConsumer(status);
            Member before = row(image);
            assertThat(set(consumer(), image, consumerId(), status)).isEqualTo(before);
        }
    }

    @Test
    @Statement("S-022")
    final void unknownStatusIsBadRequestAndTheRowStays() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        for (String word : List.of("\"maybe\"", "\"\"", "null", "\"Accepted\"", "\"accepted \"")) {
            answers(400, Party.CONSUMER, put(member(image, consumerId()), "{\"status\": " + word + "}"));
        }
        refusedHereOrThere(
                InvalidRequestException.class, () -> set(consumer(), image, consumerId(), MemberStatus.UNRECOGNIZED));
        assertThat(row(image).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    @Statement("S-023")
    final void updateWithoutStatusIsBadRequest() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        for (String body : List.of("{}", "{\"state\": \"rejected\"}", "[]", "[\"status\"]", "\"rejected\"", "{")) {
            answers(400, Party.CONSUMER, put(member(image, consumerId()), body));
        }
        answers(400, Party.CONSUMER, WireRequest.of("PUT", member(image, consumerId())));
        assertThat(row(image).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    private <E extends ImageServiceException> void isRefused(Class<E> type, int status, ImageTransport party) {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        Member before = row(image);
        for (MemberStatus wanted : List.of(MemberStatus.ACCEPTED, MemberStatus.REJECTED, MemberStatus.PENDING)) {
            refused(type, status, () -> set(party, image, consumerId(), wanted));
        }
        assertThat(row(image)).isEqualTo(before);
    }

    @Test
    @Statement("S-024")
    final void ownerCannotSetTheConsumersStatus() {
        isRefused(ForbiddenException.class, 403, owner());
    }

    @Test
    @Statement("S-025")
    final void bystanderDoesNotFindTheMember() {
        isRefused(MemberNotFoundException.class, 404, bystander());
    }

    @Test
    @Statement("S-026")
    final void adminSetsTheConsumersStatus() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        assertThat(set(admin(), image, consumerId(), MemberStatus.REJECTED).status())
                .isEqualTo(MemberStatus.REJECTED);
        assertThat(row(image).status()).isEqualTo(MemberStatus.REJECTED);
        refused(MemberNotFoundException.class, 404, () -> set(admin(), image, someProject(), MemberStatus.ACCEPTED));
    }

    @Test
    @Statement("S-027")
    final void memberDoesNotFindAnotherMember() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        ProjectId other = someProject();
        owner().members().add(image, other);
        refused(MemberNotFoundException.class, 404, () -> set(consumer(), image, other, MemberStatus.ACCEPTED));
        assertThat(owner().members().get(image, other).status()).isEqualTo(MemberStatus.PENDING);
    }

    @Test
    @Statement("S-046")
    final void ownersUpdateOfAnAbsentMemberIsRefusedByTheProfilesFirstCheck() {
        ImageId image = shared();
        ProjectId absent = someProject();
        if (isLegacy()) {
            refused(ForbiddenException.class, 403, () -> set(owner(), image, absent, MemberStatus.ACCEPTED));
        } else {
            refused(MemberNotFoundException.class, 404, () -> set(owner(), image, absent, MemberStatus.ACCEPTED));
        }
        assertThat(rows(image)).isEmpty();
    }

    @Test
    final void memberOperationsDoNotChangeTheImage() {
        Image image = create(builder -> builder);
        owner().data().upload(image.id(), ImageData.of(new byte[3]));
        Image before = owner().images().get(image.id());
        share(image.id(), MemberStatus.REJECTED);
        owner().members().remove(image.id(), consumerId());
        assertThat(owner().images().get(image.id())).isEqualTo(before);
    }
}
