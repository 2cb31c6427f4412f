package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.glance4j.auth.Caller;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final ProjectId CONSUMER = ProjectId.of("consumer");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private InMemoryImageService service;
    private ImageTransport owner;
    private ImageTransport consumer;
    private ImageId image;

    @BeforeEach
    void ownerSharesAnImage() {
        service = InMemoryImageService.builder()
                .clock(clock)
                .requestIds(() -> "req-1")
                .build();
        owner = service.as(Caller.of(ProjectId.of("producer")));
        consumer = service.as(Caller.of(CONSUMER));
        image = owner.images().create(NewImage.named("shared").build()).id();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void ownersAcceptIsRefusedWithTheOneRuleAndWhoCanInstead() {
        owner.members().add(image, CONSUMER);
        ForbiddenException refused = catchThrowableOfType(
                ForbiddenException.class, () -> owner.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED));
        assertThat(refused.failure().explanations()).singleElement().satisfies(why -> {
            assertThat(why.rule()).isEqualTo(Rule.ONLY_CONSUMER_SETS_STATUS);
            assertThat(why.text()).isEqualTo("the owner cannot change a member's status; the consumer consumer can");
        });
        assertThat(refused.failure().status()).isEqualTo(403);
        assertThat(refused.failure().requestId()).isEqualTo("req-1");
        assertThat(refused.failure().serviceText()).isNotBlank();
        assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(consumer.members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.PENDING);
    }

    @Test
    void memberAddedAgainIsPendingAndKeepsItsCreationTime() {
        Member first = owner.members().add(image, CONSUMER);
        consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
        clock.move(Duration.ofMinutes(1));
        owner.members().remove(image, CONSUMER);
        clock.move(Duration.ofMinutes(1));
        Member again = owner.members().add(image, CONSUMER);
        assertThat(again.status()).isEqualTo(MemberStatus.PENDING);
        assertThat(again.createdAt()).isEqualTo(first.createdAt()).isEqualTo(START);
        assertThat(again.updatedAt()).isEqualTo(START.plus(Duration.ofMinutes(2)));
    }

    @Test
    void settingTheSameStatusKeepsTheTimeOfChangeAndAnotherMovesIt() {
        owner.members().add(image, CONSUMER);
        clock.move(Duration.ofMinutes(1));
        Member same = consumer.members().updateStatus(image, CONSUMER, MemberStatus.PENDING);
        Member other = consumer.members().updateStatus(image, CONSUMER, MemberStatus.REJECTED);
        assertThat(same.updatedAt()).isEqualTo(START);
        assertThat(other.updatedAt()).isEqualTo(START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void memberOperationsLeaveTheImagesTimeOfChange() {
        clock.move(Duration.ofMinutes(1));
        owner.members().add(image, CONSUMER);
        consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
        owner.members().remove(image, CONSUMER);
        assertThat(owner.images().get(image).updatedAt()).isEqualTo(START);
    }

    @Test
    void quotaLetsTheLastMemberInAndRefusesTheNextDuplicateOrNot() {
        IntStream.range(0, 128).forEach(i -> owner.members().add(image, ProjectId.of("p" + i)));
        assertThat(catchThrowableOfType(
                        MemberLimitExceededException.class,
                        () -> owner.members().add(image, CONSUMER)))
                .hasMessageContaining("Attempted: 129, Maximum: 128");
        assertThat(catchThrowableOfType(
                        MemberLimitExceededException.class,
                        () -> owner.members().add(image, ProjectId.of("p0"))))
                .isNotNull();
        owner.members().remove(image, ProjectId.of("p0"));
        assertThat(owner.members().add(image, CONSUMER).status()).isEqualTo(MemberStatus.PENDING);
        assertThat(owner.members().list(image)).hasSize(128);
    }

    @Test
    void negativeQuotaIsNone() {
        try (InMemoryImageService unlimited =
                InMemoryImageService.builder().memberQuota(-1).build()) {
            ImageTransport other = unlimited.as(Caller.of(ProjectId.of("producer")));
            ImageId id = other.images().create(NewImage.named("x").build()).id();
            IntStream.range(0, 129).forEach(i -> other.members().add(id, ProjectId.of("p" + i)));
            assertThat(other.members().list(id)).hasSize(129);
        }
    }

    @Test
    void listShowsMembersInTheOrderInWhichTheyCameAndAMemberOnlyItself() {
        List<String> projects = new ArrayList<>(List.of("zeta", "consumer", "alpha"));
        projects.forEach(project -> owner.members().add(image, ProjectId.of(project)));
        assertThat(owner.members().list(image))
                .extracting(member -> member.memberId().value())
                .containsExactlyElementsOf(projects);
        assertThat(consumer.members().list(image)).extracting(Member::memberId).containsExactly(CONSUMER);
    }

    @Test
    void membersAreKeptAndClosedWhileTheImageIsNotShared() {
        owner.members().add(image, CONSUMER);
        consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
        owner.images()
                .update(
                        image,
                        ImagePatch.builder().visibility(Visibility.PRIVATE).build());
        assertThat(catchThrowableOfType(
                        ImageNotFoundException.class, () -> consumer.images().get(image)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        ForbiddenException.class, () -> owner.members().list(image)))
                .isNotNull();
        owner.images()
                .update(
                        image,
                        ImagePatch.builder().visibility(Visibility.SHARED).build());
        assertThat(consumer.members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    void deletedImageHasNoMembersForAnybody() {
        owner.members().add(image, CONSUMER);
        owner.images().delete(image);
        ImageTransport admin = service.as(Caller.admin(ProjectId.of("ops")));
        assertThat(catchThrowableOfType(
                        MemberNotFoundException.class, () -> admin.members().get(image, CONSUMER)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        ImageNotFoundException.class, () -> admin.members().list(image)))
                .isNotNull();
    }

    @Test
    void addingTwiceIsAConflictAndChangesNothing() {
        Image before = owner.images().get(image);
        owner.members().add(image, CONSUMER);
        consumer.members().updateStatus(image, CONSUMER, MemberStatus.REJECTED);
        assertThat(catchThrowableOfType(
                        AlreadyMemberException.class, () -> owner.members().add(image, CONSUMER)))
                .isNotNull();
        assertThat(owner.members().list(image))
                .singleElement()
                .extracting(Member::status)
                .isEqualTo(MemberStatus.REJECTED);
        assertThat(owner.images().get(image)).isEqualTo(before);
    }

    @Test
    void unrecognizedStatusIsNotSent() {
        owner.members().add(image, CONSUMER);
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> consumer.members().updateStatus(image, CONSUMER, MemberStatus.UNRECOGNIZED));
        assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
    }
}
