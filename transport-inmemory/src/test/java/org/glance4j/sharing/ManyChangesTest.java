package org.glance4j.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.BYSTANDER;
import static org.glance4j.testing.Scene.CONSUMER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.glance4j.ImageClient;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.testing.ForwardingMembers;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.PlantedTransport;
import org.glance4j.testing.Scene;
import org.glance4j.transport.MemberOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Offers to many projects, and reconciliation. */
class ManyChangesTest {
    private static final ProjectId ONE = ProjectId.of("one");
    private static final ProjectId TWO = ProjectId.of("two");
    private static final ProjectId THREE = ProjectId.of("three");
    private static final ProjectId FOUR = ProjectId.of("four");

    private final Scene scene = new Scene();
    private final ManualTime time = new ManualTime();
    private final AtomicInteger requests = new AtomicInteger();
    private final ImageId image = scene.sharedImage();
    private final Sharing owner = ImageClient.of(scene.owner()).sharing();

    @AfterEach
    void close() {
        scene.close();
    }

    @Nested
    class OfferToMany {

        @Test
        void namesTheNewAndThoseThatWereThere() {
            owner.offer(image, TWO);
            SharingResult result = owner.offer(image, List.of(ONE, TWO, THREE, ONE));

            assertThat(ids(result.added())).containsExactly(ONE, THREE);
            assertThat(ids(result.left())).containsExactly(TWO);
            assertThat(result.removed()).isEmpty();
            assertThat(result.isComplete()).isTrue();
            assertThat(result.orElseThrow()).isSameAs(result);
        }

        @Test
        void toNobodyAsksNobody() {
            SharingResult result = ImageClient.of(scene.bystander()).sharing().offer(image, List.of());

            assertThat(result).isEqualTo(new SharingResult(image, List.of(), List.of(), List.of(), List.of()));
        }

        @Test
        void toANullAmongOthersIsRefusedBeforeAnythingIsSent() {
            assertThatThrownBy(() -> owner.offer(image, Arrays.asList(ONE, null)))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("project");
            assertThat(owner.members(image)).isEmpty();
        }

        @Test
        void failureOfOneLosesNoOther() {
            SharingResult result = client(new BreaksOn(TWO)).sharing().offer(image, List.of(ONE, TWO, THREE));

            assertThat(ids(result.added())).containsExactly(ONE, THREE);
            assertThat(result.failed()).singleElement().satisfies(failed -> {
                assertThat(failed.memberId()).isEqualTo(TWO);
                assertThat(failed.operation()).isEqualTo(Operation.ADD_MEMBER);
                assertThat(failed.failure()).isInstanceOf(OutcomeUnknownException.class);
                assertThat(failed.failure().effect()).isEqualTo(Effect.UNKNOWN);
            });
            assertThat(result.isComplete()).isFalse();
            assertThat(ids(owner.members(image))).containsExactlyInAnyOrder(ONE, THREE);
        }

        @Test
        void everyRefusalIsNamed() {
            scene.owner().members().add(image, CONSUMER);
            SharingResult result = ImageClient.of(scene.consumer()).sharing().offer(image, List.of(ONE, TWO));

            assertThat(result.failed()).extracting(FailedChange::memberId).containsExactly(ONE, TWO);
            assertThatThrownBy(result::orElseThrow)
                    .isSameAs(result.failed().get(0).failure())
                    .isInstanceOf(ForbiddenException.class)
                    .hasSuppressedException(result.failed().get(1).failure());
            assertThatThrownBy(result::orElseThrow)
                    .as("asked again")
                    .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
        }

        @Test
        void projectsBeyondTheQuotaAreNamed() {
            List<ProjectId> projects =
                    IntStream.range(0, 130).mapToObj(n -> ProjectId.of("p" + n)).toList();
            SharingResult result = owner.offer(image, projects);

            assertThat(result.added()).hasSize(128);
            assertThat(result.failed())
                    .extracting(FailedChange::memberId)
                    .containsExactlyElementsOf(projects.subList(128, 130));
            assertThat(result.failed())
                    .allSatisfy(
                            failed -> assertThat(failed.failure()).isInstanceOf(MemberLimitExceededException.class));
        }

        @Test
        void interruptedThreadSendsNoMoreAndNamesTheRest() {
            SharingResult result = client(new InterruptsAfter(ONE)).sharing().offer(image, List.of(ONE, TWO, THREE));

            assertThat(Thread.interrupted()).as("the thread's flag is kept").isTrue();
            assertThat(ids(result.added())).containsExactly(ONE);
            assertThat(result.failed()).extracting(FailedChange::memberId).containsExactly(TWO, THREE);
            assertThat(result.failed()).allSatisfy(failed -> {
                assertThat(failed.failure()).isInstanceOf(CallInterruptedException.class);
                assertThat(failed.failure().effect()).isEqualTo(Effect.NOT_SENT);
            });
        }

        @Test
        void oneDeadlineCoversAllRequests() {
            SharingResult result = client(new TakesASecond())
                    .within(Duration.ofMillis(2500))
                    .sharing()
                    .offer(image, List.of(ONE, TWO, THREE, FOUR));

            assertThat(ids(result.added())).containsExactly(ONE, TWO, THREE);
            assertThat(requests)
                    .as("nothing is even tried when the time is over")
                    .hasValue(3);
            assertThat(result.failed()).singleElement().satisfies(failed -> {
                assertThat(failed.memberId()).isEqualTo(FOUR);
                assertThat(failed.failure()).isInstanceOf(DeadlineExceededException.class);
                assertThat(failed.failure().effect()).isEqualTo(Effect.NOT_SENT);
            });
        }
    }

    @Nested
    class Reconciling {

        @Test
        void makesTheMembersThoseThatAreDesired() {
            scene.owner().members().add(image, CONSUMER);
            scene.owner().members().add(image, ONE);
            scene.consumer().members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
            SharingResult result = owner.reconcile(image, set(CONSUMER, TWO, THREE));

            assertThat(ids(result.added())).containsExactly(TWO, THREE);
            assertThat(ids(result.removed())).containsExactly(ONE);
            assertThat(result.left()).singleElement().satisfies(left -> {
                assertThat(left.memberId()).isEqualTo(CONSUMER);
                assertThat(left.status()).isEqualTo(MemberStatus.ACCEPTED);
            });
            assertThat(result.isComplete()).isTrue();
            assertThat(ids(owner.members(image))).containsExactlyInAnyOrder(CONSUMER, TWO, THREE);
            assertThat(scene.owner().members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void againChangesNothing() {
            owner.reconcile(image, set(ONE, TWO));
            SharingResult again = owner.reconcile(image, set(ONE, TWO));

            assertThat(again.added()).isEmpty();
            assertThat(again.removed()).isEmpty();
            assertThat(ids(again.left())).containsExactlyInAnyOrder(ONE, TWO);
        }

        @Test
        void withNobodyRemovesAll() {
            owner.offer(image, List.of(ONE, TWO));

            assertThat(ids(owner.reconcile(image, Set.of()).removed())).containsExactlyInAnyOrder(ONE, TWO);
            assertThat(owner.members(image)).isEmpty();
        }

        @Test
        void planShowsWhatWouldBeDoneAndChangesNothing() {
            owner.offer(image, List.of(ONE, TWO));
            SharingPlan plan = owner.plan(image, set(TWO, THREE));

            assertThat(plan.add()).containsExactly(THREE);
            assertThat(ids(plan.remove())).containsExactly(ONE);
            assertThat(ids(plan.leave())).containsExactly(TWO);
            assertThat(plan.isEmpty()).isFalse();
            assertThat(ids(owner.members(image))).containsExactlyInAnyOrder(ONE, TWO);
            assertThat(owner.plan(image, set(ONE, TWO)).isEmpty()).isTrue();
        }

        @Test
        void makesRoomBeforeItAdds() {
            List<ProjectId> full =
                    IntStream.range(0, 128).mapToObj(n -> ProjectId.of("p" + n)).toList();
            owner.offer(image, full);
            Set<ProjectId> desired = new LinkedHashSet<>(full.subList(1, 128));
            desired.add(ONE);
            SharingResult result = owner.reconcile(image, desired);

            assertThat(result.isComplete()).isTrue();
            assertThat(ids(result.added())).containsExactly(ONE);
        }

        @Test
        void failuresAreNamedBesideAllThatWasDone() {
            owner.offer(image, List.of(ONE, TWO, THREE));
            SharingResult result = client(new BreaksOn(TWO)).sharing().reconcile(image, set(THREE, FOUR));

            assertThat(ids(result.added())).containsExactly(FOUR);
            assertThat(ids(result.removed())).containsExactly(ONE);
            assertThat(ids(result.left())).containsExactly(THREE);
            assertThat(result.failed()).singleElement().satisfies(failed -> {
                assertThat(failed.memberId()).isEqualTo(TWO);
                assertThat(failed.operation()).isEqualTo(Operation.REMOVE_MEMBER);
            });
            assertThat(owner.reconcile(image, set(THREE, FOUR)).isComplete())
                    .as("doing it again does what is left")
                    .isTrue();
            assertThat(ids(owner.members(image))).containsExactlyInAnyOrder(THREE, FOUR);
        }

        @Test
        void whatOthersDoMeanwhileIsNoFailure() {
            owner.offer(image, List.of(ONE));
            Sharing raced = client(members -> new ForwardingMembers(members) {
                        @Override
                        public List<Member> list(ImageId imageId) {
                            List<Member> before = super.list(imageId);
                            super.remove(imageId, ONE);
                            super.add(imageId, TWO);
                            return before;
                        }
                    })
                    .sharing();
            SharingResult result = raced.reconcile(image, set(TWO));

            assertThat(result.isComplete()).isTrue();
            assertThat(ids(result.removed())).containsExactly(ONE);
            assertThat(ids(result.left())).containsExactly(TWO);
        }

        @Test
        void oneDeadlineCoversAllRequests() {
            owner.offer(image, List.of(ONE, TWO));
            SharingResult result = client(new TakesASecond())
                    .within(Duration.ofMillis(2500))
                    .sharing()
                    .reconcile(image, set(THREE, FOUR));

            assertThat(ids(result.removed())).as("after the list").containsExactlyInAnyOrder(ONE, TWO);
            assertThat(result.failed()).extracting(FailedChange::memberId).containsExactly(THREE, FOUR);
            assertThat(result.failed())
                    .allSatisfy(failed -> assertThat(failed.failure()).isInstanceOf(DeadlineExceededException.class));
        }

        @Test
        void everyCallThroughAViewHasItsWholeTime() {
            ImageClient view = client(new TakesASecond()).within(Duration.ofMillis(2500));
            for (int i = 0; i < 5; i++) {
                view.sharing().reconcile(image, set(ONE)).orElseThrow();
            }

            assertThat(ids(owner.members(image))).containsExactly(ONE);
        }

        @Test
        void readsPastTheCache() {
            ImageClient client = ImageClient.of(scene.owner());
            client.sharing().offer(image, ONE);
            client.members().get(image, ONE);
            scene.owner().members().remove(image, ONE);

            assertThat(ids(client.sharing().reconcile(image, set(ONE)).added())).containsExactly(ONE);
        }

        @Test
        void ofAnImageThatIsNotThereFails() {
            assertThatThrownBy(() -> ImageClient.of(scene.bystander()).sharing().reconcile(image, set(BYSTANDER)))
                    .isInstanceOf(ImageNotFoundException.class);
        }
    }

    private ImageClient client(UnaryOperator<MemberOperations> plant) {
        return ImageClient.builder(new PlantedTransport(scene.owner(), plant))
                .ticker(time)
                .build();
    }

    private static List<ProjectId> ids(List<Member> members) {
        return members.stream().map(Member::memberId).toList();
    }

    private static Set<ProjectId> set(ProjectId... projects) {
        return new LinkedHashSet<>(List.of(projects));
    }

    /** Loses the connection whenever one member is to be changed. */
    private record BreaksOn(ProjectId unlucky) implements UnaryOperator<MemberOperations> {

        @Override
        public MemberOperations apply(MemberOperations members) {
            return new ForwardingMembers(members) {
                @Override
                public Member add(ImageId imageId, ProjectId memberId) {
                    breakOn(Operation.ADD_MEMBER, memberId);
                    return super.add(imageId, memberId);
                }

                @Override
                public void remove(ImageId imageId, ProjectId memberId) {
                    breakOn(Operation.REMOVE_MEMBER, memberId);
                    super.remove(imageId, memberId);
                }
            };
        }

        private void breakOn(Operation operation, ProjectId memberId) {
            if (memberId.equals(unlucky)) {
                throw new OutcomeUnknownException(
                        Failure.of(operation).effect(Effect.UNKNOWN).build(), null);
            }
        }
    }

    private record InterruptsAfter(ProjectId last) implements UnaryOperator<MemberOperations> {

        @Override
        public MemberOperations apply(MemberOperations members) {
            return new ForwardingMembers(members) {
                @Override
                public Member add(ImageId imageId, ProjectId memberId) {
                    Member member = super.add(imageId, memberId);
                    if (memberId.equals(last)) {
                        Thread.currentThread().interrupt();
                    }
                    return member;
                }
            };
        }
    }

    /** Every request takes a second. */
    private final class TakesASecond implements UnaryOperator<MemberOperations> {

        @Override
        public MemberOperations apply(MemberOperations members) {
            return new ForwardingMembers(members) {
                @Override
                public Member add(ImageId imageId, ProjectId memberId) {
                    requests.incrementAndGet();
                    Member member = super.add(imageId, memberId);
                    time.pass(Duration.ofSeconds(1));
                    return member;
                }

                @Override
                public void remove(ImageId imageId, ProjectId memberId) {
                    super.remove(imageId, memberId);
                    time.pass(Duration.ofSeconds(1));
                }

                @Override
                public List<Member> list(ImageId imageId) {
                    List<Member> all = new ArrayList<>(super.list(imageId));
                    time.pass(Duration.ofMillis(500));
                    return all;
                }
            };
        }
    }
}
