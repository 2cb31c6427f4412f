package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.glance4j.testing.Scene.BYSTANDER;
import static org.glance4j.testing.Scene.CONSUMER;
import static org.glance4j.testing.Scene.PRODUCER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.ImageClient;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.testing.ForwardingMembers;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.PlantedTransport;
import org.glance4j.testing.Scene;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingTransportTest {
    private static final Duration TIME_TO_LIVE = MemberCacheSettings.defaults().timeToLive();

    private final Scene scene = new Scene();
    private final ManualTime time = new ManualTime();
    private final AtomicInteger loads = new AtomicInteger();
    private final ImageTransport owner = cached(scene.owner());
    private final ImageTransport consumer = cached(scene.consumer());

    @AfterEach
    void close() {
        scene.close();
    }

    @Nested
    class LookUp {
        private final ImageId image = scene.offeredImage();

        @Test
        void secondOneAsksNobody() {
            Member first = consumer.members().get(image, CONSUMER);

            assertThat(consumer.members().get(image, CONSUMER)).isEqualTo(first);
            assertThat(loads).hasValue(1);
        }

        @Test
        void memberIsLoadedAnewOnceItsTimeIsOver() {
            status(consumer, image);
            time.pass(TIME_TO_LIVE.minusNanos(1));
            status(consumer, image);
            assertThat(loads).hasValue(1);

            time.pass(Duration.ofNanos(1));
            status(consumer, image);
            assertThat(loads).hasValue(2);
        }

        @Test
        void membersBeyondTheLimitAreForgotten() {
            ImageTransport small = CachingTransport.over(
                    counting(scene.owner()), MemberCacheSettings.defaults().withMaximumEntries(2), time);
            ImageId[] images = {image, scene.offeredImage(), scene.offeredImage(), scene.offeredImage()};
            for (ImageId id : images) {
                status(small, id);
            }

            assertThat(((CachingTransport) small).statistics().entries()).isEqualTo(2);
            assertThat(((CachingTransport) small).statistics().evictions()).isEqualTo(2);
        }

        @Test
        void absenceIsNotRemembered() {
            assertThatThrownBy(() -> owner.members().get(image, BYSTANDER)).isInstanceOf(MemberNotFoundException.class);
            scene.owner().members().add(image, BYSTANDER);

            assertThat(owner.members().get(image, BYSTANDER).status()).isEqualTo(MemberStatus.PENDING);
        }

        @Test
        void failureIsNotRemembered() {
            AtomicInteger failures = new AtomicInteger(1);
            ImageTransport flaky = CachingTransport.over(
                    new PlantedTransport(scene.consumer(), members -> new ForwardingMembers(members) {
                        @Override
                        public Member get(ImageId imageId, ProjectId memberId) {
                            if (failures.getAndDecrement() > 0) {
                                throw new ServiceUnavailableException(
                                        Failure.of(Operation.GET_MEMBER).build(), null);
                            }
                            return super.get(imageId, memberId);
                        }
                    }),
                    MemberCacheSettings.defaults(),
                    time);

            assertThatThrownBy(() -> status(flaky, image)).isInstanceOf(ServiceUnavailableException.class);
            assertThat(status(flaky, image)).isEqualTo(MemberStatus.PENDING);
        }

        @Test
        void listIsNeverCached() {
            owner.members().list(image);
            scene.owner().members().add(image, BYSTANDER);

            assertThat(owner.members().list(image)).hasSize(2);
        }

        @Test
        void othersChangesShowWhenTheTimeIsOverAndNoLater() {
            assertThat(status(owner, image)).isEqualTo(MemberStatus.PENDING);
            consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);

            assertThat(status(owner, image)).as("within its time").isEqualTo(MemberStatus.PENDING);
            time.pass(TIME_TO_LIVE);
            assertThat(status(owner, image)).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void callersDoNotShareWhatTheySee() {
            owner.members().get(image, CONSUMER);

            assertThatThrownBy(() -> cached(scene.bystander()).members().get(image, CONSUMER))
                    .isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void uncachedOneAsksAlways() {
            status(owner, image);
            scene.consumer().members().updateStatus(image, CONSUMER, MemberStatus.REJECTED);

            assertThat(status(owner.uncached(), image)).isEqualTo(MemberStatus.REJECTED);
            assertThat(status(owner.uncached(), image)).isEqualTo(MemberStatus.REJECTED);
            assertThat(loads).hasValue(3);
        }

        @Test
        void nothingOlderFollowsWhatWasSeenPastTheCache() {
            status(owner, image);
            scene.consumer().members().updateStatus(image, CONSUMER, MemberStatus.REJECTED);
            status(owner.uncached(), image);

            assertThat(status(owner, image)).isEqualTo(MemberStatus.REJECTED);
        }

        @Test
        void absenceSeenPastTheCacheDropsTheMember() {
            status(owner, image);
            scene.owner().members().remove(image, CONSUMER);
            assertThatThrownBy(() -> status(owner.uncached(), image)).isInstanceOf(MemberNotFoundException.class);

            assertThatThrownBy(() -> status(owner, image)).isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void statisticsCountThem() {
            status(owner, image);
            status(owner, image);
            status(owner, image);
            assertThatThrownBy(() -> owner.members().get(image, BYSTANDER)).isInstanceOf(MemberNotFoundException.class);

            MemberCacheStatistics statistics = ((CachingTransport) owner).statistics();
            assertThat(statistics).isEqualTo(new MemberCacheStatistics(2, 2, 1, 1, 0, 1));
            assertThat(statistics.hitRate()).isEqualTo(0.5);
        }
    }

    @Nested
    class OwnChange {
        private final ImageId image = scene.offeredImage();

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void ofTheStatusShowsAtOnce(boolean pastTheCache) {
            status(consumer, image);
            (pastTheCache ? consumer.uncached() : consumer)
                    .members()
                    .updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);

            assertThat(status(consumer, image)).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void thatFailedAndWasAppliedShowsAtOnce() {
            ImageTransport broken = cached(failingAfterwards(scene.consumer()));
            status(broken, image);
            assertThatThrownBy(() -> broken.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED))
                    .isInstanceOf(OutcomeUnknownException.class);

            assertThat(status(broken, image)).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void removalThatFailedAndWasAppliedShowsAtOnce() {
            ImageTransport broken = cached(failingAfterwards(scene.owner()));
            status(broken, image);
            assertThatThrownBy(() -> broken.members().remove(image, CONSUMER))
                    .isInstanceOf(OutcomeUnknownException.class);

            assertThatThrownBy(() -> status(broken, image)).isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void additionDropsWhatWasCachedBeforeOthersRemovedIt() {
            scene.consumer().members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
            status(owner, image);
            scene.owner().members().remove(image, CONSUMER);
            owner.members().add(image, CONSUMER);

            assertThat(status(owner, image)).isEqualTo(MemberStatus.PENDING);
        }

        @Test
        void removalDropsAllMembersOfThatImageAndOfNoOther() {
            ImageId other = scene.offeredImage();
            owner.members().add(image, BYSTANDER);
            look(image, CONSUMER);
            look(image, BYSTANDER);
            look(other, CONSUMER);
            owner.members().remove(image, CONSUMER);
            loads.set(0);

            look(image, BYSTANDER);
            assertThat(loads).hasValue(1);
            look(other, CONSUMER);
            assertThat(loads).hasValue(1);
        }

        @Test
        void deletionDropsAllMembers() {
            look(image, CONSUMER);
            owner.images().delete(image);

            assertThatThrownBy(() -> look(image, CONSUMER)).isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void ofTheVisibilityDropsAllMembers() {
            look(image, CONSUMER);
            owner.images()
                    .update(
                            image,
                            ImagePatch.builder().visibility(Visibility.PRIVATE).build());

            assertThatThrownBy(() -> look(image, CONSUMER)).isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void ofTheVisibilityWithBlanksAroundItsNameDropsAllMembers() {
            look(image, CONSUMER);
            // Glance trims the blank; whether this service does makes no difference here.
            Throwable outcome = catchThrowable(() -> owner.images()
                    .update(
                            image,
                            ImagePatch.builder()
                                    .replace("visibility ", "shared")
                                    .build()));
            loads.set(0);

            look(image, CONSUMER);
            assertThat(loads).as("after %s", outcome).hasValue(1);
        }

        @Test
        void ofTheOwnerDropsAllMembers() {
            ImageTransport admin = cached(scene.admin());
            admin.members().get(image, CONSUMER);
            admin.images().update(image, ImagePatch.builder().owner(BYSTANDER).build());
            loads.set(0);

            admin.members().get(image, CONSUMER);
            assertThat(loads).hasValue(1);
        }

        @Test
        void thatIsRefusedDropsThemAsWell() {
            look(image, CONSUMER);
            assertThatThrownBy(() -> owner.images()
                            .update(
                                    image,
                                    ImagePatch.builder()
                                            .visibility(Visibility.PUBLIC)
                                            .build()))
                    .isInstanceOf(ForbiddenException.class);
            loads.set(0);

            look(image, CONSUMER);
            assertThat(loads).hasValue(1);
        }

        @Test
        void ofTheNameDropsNothing() {
            look(image, CONSUMER);
            owner.images().update(image, ImagePatch.builder().name("other").build());
            owner.images().addTag(image, "tag");

            look(image, CONSUMER);
            assertThat(loads).hasValue(1);
        }

        private void look(ImageId imageId, ProjectId memberId) {
            assertThat(owner.members().get(imageId, memberId).memberId()).isEqualTo(memberId);
        }
    }

    @Nested
    class Client {
        private final ImageId image = scene.offeredImage();

        @Test
        void cachesByDefault() {
            ImageClient client = ImageClient.of(counting(scene.owner()));
            client.sharing().member(image, CONSUMER);
            client.sharing().member(image, CONSUMER);
            client.within(Duration.ofMinutes(1)).members().get(image, CONSUMER);

            assertThat(loads).hasValue(1);
            assertThat(client.memberCacheStatistics())
                    .map(MemberCacheStatistics::hits)
                    .hasValue(2L);
        }

        @Test
        void doesNotCacheWhenToldSo() {
            ImageClient client = ImageClient.builder(counting(scene.owner()))
                    .memberCache(MemberCacheSettings.off())
                    .build();
            client.sharing().member(image, CONSUMER);
            client.sharing().member(image, CONSUMER);

            assertThat(loads).hasValue(2);
            assertThat(client.memberCacheStatistics()).isEmpty();
        }

        @Test
        void hasACacheOfItsOwn() {
            ImageClient first = ImageClient.of(counting(scene.owner()));
            ImageClient second = ImageClient.of(counting(scene.consumer()));
            first.members().get(image, CONSUMER);
            second.members().get(image, CONSUMER);

            assertThat(loads).hasValue(2);
        }

        @Test
        void changesThroughAViewShowInTheClient() {
            ImageClient client = ImageClient.of(scene.consumer());
            client.members().get(image, CONSUMER);
            client.within(Duration.ofMinutes(1)).sharing().accept(image);

            assertThat(client.members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
        }
    }

    @Nested
    class RefreshAhead {
        private final ImageId image = scene.offeredImage();
        private final List<Runnable> queue = new ArrayList<>();
        private final ImageTransport refreshing = CachingTransport.over(
                counting(scene.owner()),
                MemberCacheSettings.defaults().withRefreshAhead(Duration.ofSeconds(10), queue::add),
                time);

        @Test
        void youngMemberIsNotLoadedAnew() {
            status(refreshing, image);
            time.pass(Duration.ofSeconds(9));
            status(refreshing, image);

            assertThat(queue).isEmpty();
        }

        @Test
        void oldMemberIsGivenOutWhileItIsLoadedAnewOnce() {
            status(refreshing, image);
            scene.consumer().members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
            time.pass(Duration.ofSeconds(10));

            assertThat(status(refreshing, image)).isEqualTo(MemberStatus.PENDING);
            assertThat(status(refreshing, image)).isEqualTo(MemberStatus.PENDING);
            assertThat(queue).hasSize(1);
            queue.forEach(Runnable::run);

            assertThat(status(refreshing, image)).isEqualTo(MemberStatus.ACCEPTED);
            assertThat(loads).hasValue(2);
        }

        @Test
        void refreshedMemberLivesAnew() {
            status(refreshing, image);
            time.pass(Duration.ofSeconds(20));
            status(refreshing, image);
            queue.forEach(Runnable::run);
            time.pass(TIME_TO_LIVE.minusSeconds(1));

            status(refreshing, image);
            assertThat(loads).hasValue(2);
        }

        @Test
        void memberThatIsGoneIsDropped() {
            status(refreshing, image);
            scene.owner().members().remove(image, CONSUMER);
            time.pass(Duration.ofSeconds(10));
            status(refreshing, image);
            queue.forEach(Runnable::run);

            assertThatThrownBy(() -> status(refreshing, image)).isInstanceOf(MemberNotFoundException.class);
        }

        @Test
        void refreshThatWasUnderWayDuringAnOwnChangeIsNotKept() {
            List<Runnable> afterLoad = new ArrayList<>();
            ImageTransport raced = CachingTransport.over(
                    new PlantedTransport(scene.consumer(), members -> new ForwardingMembers(members) {
                        @Override
                        public Member get(ImageId imageId, ProjectId memberId) {
                            Member member = super.get(imageId, memberId);
                            afterLoad.forEach(Runnable::run);
                            return member;
                        }
                    }),
                    MemberCacheSettings.defaults().withRefreshAhead(Duration.ofSeconds(10), Runnable::run),
                    time);
            status(raced, image);
            time.pass(Duration.ofSeconds(10));
            afterLoad.add(() -> raced.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED));
            assertThat(status(raced, image)).isEqualTo(MemberStatus.PENDING);
            afterLoad.clear();

            assertThat(status(raced, image)).isEqualTo(MemberStatus.ACCEPTED);
        }

        @Test
        void failedRefreshLeavesTheMemberAndIsTriedAgain() {
            AtomicInteger calls = new AtomicInteger();
            ImageTransport flaky = CachingTransport.over(
                    new PlantedTransport(scene.owner(), members -> new ForwardingMembers(members) {
                        @Override
                        public Member get(ImageId imageId, ProjectId memberId) {
                            if (calls.incrementAndGet() == 2) {
                                throw new ServiceUnavailableException(
                                        Failure.of(Operation.GET_MEMBER).build(), null);
                            }
                            return super.get(imageId, memberId);
                        }
                    }),
                    MemberCacheSettings.defaults().withRefreshAhead(Duration.ofSeconds(10), Runnable::run),
                    time);
            status(flaky, image);
            time.pass(Duration.ofSeconds(10));

            assertThat(status(flaky, image)).isEqualTo(MemberStatus.PENDING);
            assertThat(status(flaky, image)).isEqualTo(MemberStatus.PENDING);
            assertThat(calls).hasValue(3);
        }

        @Test
        void busyExecutorLeavesTheMemberUntilItIsLessBusy() {
            AtomicInteger refusals = new AtomicInteger(2);
            ImageTransport busy = CachingTransport.over(
                    counting(scene.owner()),
                    MemberCacheSettings.defaults().withRefreshAhead(Duration.ofSeconds(10), refresh -> {
                        if (refusals.getAndDecrement() > 0) {
                            throw new RejectedExecutionException("busy");
                        }
                        refresh.run();
                    }),
                    time);
            status(busy, image);
            time.pass(Duration.ofSeconds(10));

            assertThat(status(busy, image)).isEqualTo(MemberStatus.PENDING);
            assertThat(status(busy, image)).isEqualTo(MemberStatus.PENDING);
            assertThat(loads).as("while it is busy").hasValue(1);
            status(busy, image);
            assertThat(loads).as("afterwards").hasValue(2);
        }

        @Test
        void ageIsCountedFromWhereverTheTickerStands() {
            time.pass(Duration.ofDays(1));
            status(refreshing, image);
            status(refreshing, image);

            assertThat(queue).isEmpty();
        }
    }

    @Test
    void timeToLiveIsTheOneThatIsSet() {
        ImageId image = scene.offeredImage();
        ImageTransport brief = CachingTransport.over(
                counting(scene.owner()), MemberCacheSettings.defaults().withTimeToLive(Duration.ofSeconds(2)), time);
        status(brief, image);
        time.pass(Duration.ofSeconds(2));
        status(brief, image);

        assertThat(loads).hasValue(2);
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        MemberCacheSettings defaults = MemberCacheSettings.defaults();

        assertThat(defaults.maximumEntries()).isEqualTo(10_000);
        assertThat(defaults.timeToLive()).isEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> defaults.withMaximumEntries(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withTimeToLive(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withRefreshAhead(Duration.ofSeconds(30), Runnable::run))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CachingTransport.over(scene.owner(), MemberCacheSettings.off(), time))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callerIsTheTransports() {
        assertThat(owner.caller()).map(caller -> caller.project()).hasValue(PRODUCER);
        assertThat(owner.uncached().caller()).isEqualTo(owner.caller());
    }

    private ImageTransport cached(ImageTransport transport) {
        return CachingTransport.over(counting(transport), MemberCacheSettings.defaults(), time);
    }

    private ImageTransport counting(ImageTransport transport) {
        return new PlantedTransport(transport, members -> new ForwardingMembers(members) {
            @Override
            public Member get(ImageId imageId, ProjectId memberId) {
                loads.incrementAndGet();
                return super.get(imageId, memberId);
            }
        });
    }

    /** Carries changes out and then loses the answer. */
    private static ImageTransport failingAfterwards(ImageTransport transport) {
        return new PlantedTransport(transport, members -> new ForwardingMembers(members) {
            @Override
            public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
                super.updateStatus(imageId, memberId, status);
                throw lost(Operation.UPDATE_MEMBER);
            }

            @Override
            public void remove(ImageId imageId, ProjectId memberId) {
                super.remove(imageId, memberId);
                throw lost(Operation.REMOVE_MEMBER);
            }
        });
    }

    private static ImageServiceException lost(Operation operation) {
        return new OutcomeUnknownException(
                Failure.of(operation).effect(Effect.UNKNOWN).build(), null);
    }

    private static MemberStatus status(ImageTransport transport, ImageId image) {
        MemberOperations members = transport.members();
        return members.get(image, CONSUMER).status();
    }
}
