package org.glance4j.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.BYSTANDER;
import static org.glance4j.testing.Scene.CONSUMER;
import static org.glance4j.testing.Scene.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.error.NotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.testing.ForwardingMembers;
import org.glance4j.testing.PlantedTransport;
import org.glance4j.testing.Scene;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharingTest {
    private final Scene scene = new Scene();
    private final Sharing owner = ImageClient.of(scene.owner()).sharing();
    private final ImageClient consumerClient = ImageClient.of(scene.consumer());
    private final Sharing consumer = consumerClient.sharing();
    private final Sharing bystander = ImageClient.of(scene.bystander()).sharing();
    private final ImageId image = scene.sharedImage();

    @AfterEach
    void close() {
        scene.close();
    }

    @Nested
    class Offering {

        @Test
        void makesTheProjectAPendingMember() {
            Member member = owner.offer(image, CONSUMER);

            assertThat(member.imageId()).isEqualTo(image);
            assertThat(member.memberId()).isEqualTo(CONSUMER);
            assertThat(member.status()).isEqualTo(MemberStatus.PENDING);
            assertThat(consumerClient.images().get(image).id()).isEqualTo(image);
        }

        @Test
        void againIsNoErrorAndKeepsTheDecision() {
            owner.offer(image, CONSUMER);
            consumer.accept(image);

            assertThat(owner.offer(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
            assertThat(owner.members(image)).hasSize(1);
        }

        @Test
        void againIsNoErrorWhenTheImageIsFull() {
            fill();

            assertThat(owner.offer(image, project(0)).memberId()).isEqualTo(project(0));
            assertThatThrownBy(() -> owner.offer(image, CONSUMER)).isInstanceOf(MemberLimitExceededException.class);
        }

        @Test
        void toAFullImageWhoseMemberCannotBeReadNamesBothFailures() {
            fill();
            ConnectionFailedException unreadable = new ConnectionFailedException(
                    Failure.of(Operation.GET_MEMBER).build(), null);
            Sharing broken = sharing(new PlantedTransport(scene.owner(), members -> new ForwardingMembers(members) {
                @Override
                public Member get(ImageId imageId, ProjectId memberId) {
                    throw unreadable;
                }
            }));

            assertThatThrownBy(() -> broken.offer(image, project(0)))
                    .isInstanceOf(MemberLimitExceededException.class)
                    .hasSuppressedException(unreadable);
        }

        @Test
        void isTriedAgainWhenAnotherWithdrawsInBetween() {
            owner.offer(image, CONSUMER);
            List<Integer> withdrawals = new ArrayList<>(List.of(1));
            Sharing raced = sharing(new PlantedTransport(scene.owner(), members -> new ForwardingMembers(members) {
                @Override
                public Member get(ImageId imageId, ProjectId memberId) {
                    if (!withdrawals.isEmpty()) {
                        withdrawals.clear();
                        scene.owner().members().remove(imageId, memberId);
                    }
                    return super.get(imageId, memberId);
                }
            }));

            assertThat(raced.offer(image, CONSUMER).status()).isEqualTo(MemberStatus.PENDING);
            assertThat(owner.members(image)).hasSize(1);
        }

        @Test
        void givesUpWhenTheServiceContradictsItself() {
            owner.offer(image, CONSUMER);
            Sharing confused = sharing(new PlantedTransport(scene.owner(), members -> new ForwardingMembers(members) {
                @Override
                public Member get(ImageId imageId, ProjectId memberId) {
                    return super.get(imageId, BYSTANDER);
                }
            }));

            assertThatThrownBy(() -> confused.offer(image, CONSUMER)).isInstanceOf(AlreadyMemberException.class);
        }

        @Test
        void ofAPrivateImageIsRefused() {
            scene.owner()
                    .images()
                    .update(
                            image,
                            ImagePatch.builder().visibility(Visibility.PRIVATE).build());

            assertThatThrownBy(() -> owner.offer(image, CONSUMER)).isInstanceOf(ForbiddenException.class);
        }

        @Test
        void byAnotherThanTheOwnerIsRefused() {
            assertThatThrownBy(() -> bystander.offer(image, CONSUMER)).isInstanceOf(ImageNotFoundException.class);
            owner.offer(image, CONSUMER);
            assertThatThrownBy(() -> consumer.offer(image, BYSTANDER)).isInstanceOf(ForbiddenException.class);
        }
    }

    @Nested
    class Deciding {

        @Test
        void byTheConsumerTakesAnyStatusToAnyOther() {
            owner.offer(image, CONSUMER);

            assertThat(consumer.accept(image).status()).isEqualTo(MemberStatus.ACCEPTED);
            assertThat(consumer.reject(image).status()).isEqualTo(MemberStatus.REJECTED);
            assertThat(consumer.resetToPending(image).status()).isEqualTo(MemberStatus.PENDING);
            assertThat(consumer.reject(image, CONSUMER).status()).isEqualTo(MemberStatus.REJECTED);
            assertThat(consumer.accept(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
            assertThat(consumer.resetToPending(image, CONSUMER).status()).isEqualTo(MemberStatus.PENDING);
        }

        @Test
        void decidesWhetherTheDefaultListHoldsTheImage() {
            owner.offer(image, CONSUMER);
            assertThat(consumerClient.images().list()).isEmpty();
            consumer.accept(image);
            assertThat(consumerClient.images().list()).extracting(Image::id).containsExactly(image);
            consumer.reject(image);
            assertThat(consumerClient.images().list()).isEmpty();
        }

        @Test
        void byTheOwnerIsRefused() {
            owner.offer(image, CONSUMER);

            assertThatThrownBy(() -> owner.accept(image, CONSUMER)).isInstanceOf(ForbiddenException.class);
            assertThat(owner.member(image, CONSUMER)).map(Member::status).hasValue(MemberStatus.PENDING);
        }

        @Test
        void byABystanderIsRefused() {
            owner.offer(image, CONSUMER);

            assertThatThrownBy(() -> bystander.accept(image)).isInstanceOf(NotFoundException.class);
        }

        @Test
        void byAnAdminOnBehalfOfTheConsumerIsDone() {
            owner.offer(image, CONSUMER);
            Sharing admin = sharing(scene.admin());

            assertThat(admin.accept(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void byACallerWhoIsKnownOnlyFromItsFirstRequestIsDone() {
            owner.offer(image, CONSUMER);
            Sharing late = sharing(new LateCaller(scene.consumer(), true));

            assertThat(late.accept(image).status()).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void byACallerWhoStaysUnknownNeedsTheProject() {
            owner.offer(image, CONSUMER);
            Sharing unknown = sharing(new LateCaller(scene.consumer(), false));

            assertThatThrownBy(() -> unknown.accept(image))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("name the project");
            assertThat(unknown.accept(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void hidesTheImageFromTheConsumer() {
            owner.offer(image, CONSUMER);
            consumer.accept(image);
            owner.withdraw(image, CONSUMER);

            assertThat(consumerClient.images().find(image)).isEmpty();
            assertThat(owner.members(image)).isEmpty();
            assertThat(owner.offer(image, CONSUMER).status()).as("offered anew").isEqualTo(MemberStatus.PENDING);
        }

        @Test
        void fromAProjectThatIsNoMemberIsRefused() {
            assertThatThrownBy(() -> owner.withdraw(image, CONSUMER)).isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void byTheConsumerIsRefused() {
            owner.offer(image, CONSUMER);

            assertThatThrownBy(() -> consumer.withdraw(image, CONSUMER)).isInstanceOf(ForbiddenException.class);
        }
    }

    @Nested
    class Looking {

        @Test
        void ownerSeesAllMembersAndAConsumerItself() {
            owner.offer(image, CONSUMER);
            owner.offer(image, BYSTANDER);

            assertThat(owner.members(image))
                    .extracting(Member::memberId)
                    .containsExactlyInAnyOrder(CONSUMER, BYSTANDER);
            assertThat(consumer.members(image)).extracting(Member::memberId).containsExactly(CONSUMER);
        }

        @Test
        void forAProjectThatIsNoMemberFindsNothing() {
            owner.offer(image, CONSUMER);

            assertThat(owner.member(image, BYSTANDER)).isEmpty();
            assertThat(bystander.member(image, CONSUMER)).isEmpty();
            assertThat(consumer.member(image, CONSUMER)).map(Member::status).hasValue(MemberStatus.PENDING);
        }
    }

    @Nested
    class SharedWithMe {

        @Test
        void listsByDecision() {
            ImageId accepted = scene.offeredImage();
            ImageId rejected = scene.offeredImage();
            ImageId pending = scene.offeredImage();
            consumer.accept(accepted);
            consumer.reject(rejected);

            assertThat(ids(consumer, MemberStatus.PENDING)).containsExactly(pending);
            assertThat(ids(consumer, MemberStatus.ACCEPTED)).containsExactly(accepted);
            assertThat(ids(consumer, MemberStatus.REJECTED)).containsExactly(rejected);
            assertThat(ids(bystander, MemberStatus.PENDING)).isEmpty();
        }

        @Test
        void leavesOutTheCallersOwnAndPublicImages() {
            scene.consumer().images().create(NewImage.named("own").build());
            scene.admin()
                    .images()
                    .create(NewImage.named("public")
                            .visibility(Visibility.PUBLIC)
                            .build());
            ImageId offered = scene.offeredImage();
            consumer.accept(offered);

            assertThat(ids(consumer, MemberStatus.ACCEPTED)).containsExactly(offered);
        }

        @Test
        void goesOverAllPages() {
            List<ImageId> offered = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                offered.add(0, scene.offeredImage());
            }

            assertThat(ids(consumer, MemberStatus.PENDING)).containsExactlyElementsOf(offered);
        }

        @Test
        void showsAnAdminOnlyWhatItsOwnProjectIsOffered() {
            ImageId offered = scene.sharedImage();
            scene.owner().members().add(offered, OPERATOR);
            scene.offeredImage();
            Sharing admin = sharing(scene.admin());

            assertThat(ids(admin, MemberStatus.PENDING)).containsExactly(offered);
            assertThat(ids(admin, MemberStatus.ACCEPTED)).isEmpty();
        }

        @Test
        void byACallerWhoStaysUnknownIsRefusedWithAnotherWay() {
            scene.offeredImage();
            Sharing unknown = sharing(new LateCaller(scene.consumer(), false));

            assertThatThrownBy(() -> ids(unknown, MemberStatus.PENDING))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("list by visibility and member status");
        }

        @Test
        void cannotAskForAStatusThatIsNotKnown() {
            assertThatThrownBy(() -> consumer.sharedWithMe(MemberStatus.UNRECOGNIZED))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private List<ImageId> ids(Sharing sharing, MemberStatus status) {
            return sharing.sharedWithMe(status).stream().map(Image::id).toList();
        }
    }

    private void fill() {
        IntStream.range(0, 128).forEach(n -> scene.owner().members().add(image, project(n)));
    }

    private static ProjectId project(int number) {
        return ProjectId.of("project-" + number);
    }

    private static Sharing sharing(ImageTransport transport) {
        return ImageClient.of(transport).sharing();
    }

    /** Knows its caller once it has listed images, or never. */
    private static final class LateCaller extends ForwardingTransport {
        private final boolean learns;
        private boolean known;

        LateCaller(ImageTransport delegate, boolean learns) {
            super(delegate);
            this.learns = learns;
        }

        @Override
        public ImageOperations images() {
            known = learns;
            return delegate().images();
        }

        @Override
        public Optional<Caller> caller() {
            return known ? delegate().caller() : Optional.empty();
        }

        @Override
        public ImageTransport uncached() {
            return this;
        }

        @Override
        public ImageTransport within(Deadline deadline) {
            return this;
        }
    }
}
