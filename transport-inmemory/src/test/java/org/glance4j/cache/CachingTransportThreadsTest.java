package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.CONSUMER;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.testing.ForwardingMembers;
import org.glance4j.testing.PlantedTransport;
import org.glance4j.testing.Scene;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Look-ups that meet. The first load is held between the service's answer and its return, until the test lets it go. */
@Timeout(60)
class CachingTransportThreadsTest {
    private final Scene scene = new Scene();
    private final ImageId image = scene.offeredImage();
    private final AtomicInteger loads = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<Run<?>> runs = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        letGo.countDown();
        for (Run<?> run : runs) {
            run.thread.join();
        }
        scene.close();
    }

    @Test
    void sixtyFourThreadsNeedOneLoad() throws Exception {
        ImageTransport consumer = holdingFirstLoad(scene.consumer());
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        List<Run<Member>> others = new ArrayList<>();
        for (int i = 1; i < 64; i++) {
            others.add(start(() -> consumer.members().get(image, CONSUMER)));
        }
        others.forEach(Run::awaitWaiting);
        letGo.countDown();

        for (Run<Member> other : others) {
            assertThat(other.get()).isSameAs(first.get());
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void firstCallerLoadsOnItsOwnThread() throws Exception {
        Thread[] loader = new Thread[1];
        ImageTransport consumer = cached(scene.consumer(), member -> loader[0] = Thread.currentThread());

        consumer.members().get(image, CONSUMER);

        assertThat(loader[0]).isSameAs(Thread.currentThread());
    }

    @Test
    void loadThatRacedAChangeIsKeptForNobody() throws Exception {
        ImageTransport consumer = holdingFirstLoad(scene.consumer());
        Run<Member> early = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);

        assertThat(consumer.members().get(image, CONSUMER).status())
                .as("while the early load is under way")
                .isEqualTo(MemberStatus.ACCEPTED);
        letGo.countDown();
        assertThat(early.get().status()).as("asked before the change").isEqualTo(MemberStatus.PENDING);
        assertThat(consumer.members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    void loadThatRacedAChangeIsNotKeptWhenNobodyLookedMeanwhile() throws Exception {
        ImageTransport consumer = holdingFirstLoad(scene.consumer());
        Run<Member> early = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
        letGo.countDown();
        early.get();

        assertThat(consumer.members().get(image, CONSUMER).status()).isEqualTo(MemberStatus.ACCEPTED);
    }

    @Test
    void loadThatRacedAWithdrawalIsKeptForNobody() throws Exception {
        ImageTransport owner = holdingFirstLoad(scene.owner());
        Run<Member> early = start(() -> owner.members().get(image, CONSUMER));
        held.await();
        owner.members().remove(image, CONSUMER);
        letGo.countDown();
        early.get();

        assertThatThrownBy(() -> owner.members().get(image, CONSUMER)).isInstanceOf(MemberNotFoundException.class);
    }

    @Test
    void loadThatRacedAChangeOfVisibilityIsKeptForNobody() throws Exception {
        ImageTransport owner = holdingFirstLoad(scene.owner());
        Run<Member> early = start(() -> owner.members().get(image, CONSUMER));
        held.await();
        owner.images()
                .update(
                        image,
                        ImagePatch.builder().visibility(Visibility.PRIVATE).build());
        letGo.countDown();
        early.get();

        assertThatThrownBy(() -> owner.members().get(image, CONSUMER)).isInstanceOf(MemberNotFoundException.class);
    }

    @Test
    void noThreadWaitsPastItsOwnDeadline() throws Exception {
        ImageTransport consumer = holdingFirstLoad(scene.consumer());
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        MemberOperations hasty = consumer.within(Deadline.after(Ticker.systemTicker(), Duration.ofMillis(20)))
                .members();

        assertThatThrownBy(() -> hasty.get(image, CONSUMER))
                .isInstanceOfSatisfying(DeadlineExceededException.class, late -> {
                    assertThat(late.effect()).isEqualTo(Effect.NOT_SENT);
                    assertThat(late.failure().memberId()).isEqualTo(CONSUMER);
                });
        letGo.countDown();
        assertThat(first.get().status()).isEqualTo(MemberStatus.PENDING);
    }

    @Test
    void interruptOfTheLoaderFailsNobodyElse() throws Exception {
        ImageTransport consumer = holdingFirstLoad(scene.consumer());
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        Run<Member> second = start(() -> consumer.members().get(image, CONSUMER));
        second.awaitWaiting();
        first.thread.interrupt();

        assertThat(second.get().status()).isEqualTo(MemberStatus.PENDING);
        assertThatThrownBy(first::get).hasCauseInstanceOf(CallInterruptedException.class);
        assertThat(loads).hasValue(2);
    }

    @Test
    void deadlineOfTheLoaderFailsNobodyElse() throws Exception {
        ImageTransport consumer = failingFirstLoad(
                new DeadlineExceededException(Failure.of(Operation.GET_MEMBER).build(), null));
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        Run<Member> second = start(() -> consumer.members().get(image, CONSUMER));
        second.awaitWaiting();
        letGo.countDown();

        assertThat(second.get().status()).isEqualTo(MemberStatus.PENDING);
        assertThatThrownBy(first::get).hasCauseInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void errorOfTheLoaderFailsNobodyElse() throws Exception {
        ImageTransport consumer = failingFirstLoad(new StackOverflowError("planted"));
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        Run<Member> second = start(() -> consumer.members().get(image, CONSUMER));
        second.awaitWaiting();
        letGo.countDown();

        assertThat(second.get().status()).isEqualTo(MemberStatus.PENDING);
        assertThatThrownBy(first::get).hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void answerOfTheServiceIsTheAnswerToAllThatWaitForIt() throws Exception {
        MemberNotFoundException absent =
                new MemberNotFoundException(Failure.of(Operation.GET_MEMBER).build(), null);
        ImageTransport consumer = failingFirstLoad(absent);
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        Run<Member> second = start(() -> consumer.members().get(image, CONSUMER));
        second.awaitWaiting();
        letGo.countDown();

        assertThatThrownBy(first::get).hasCause(absent);
        assertThatThrownBy(second::get).hasCause(absent);
        assertThat(loads).hasValue(1);
    }

    @Test
    void interruptedWaiterFailsAloneAndStaysInterrupted() throws Exception {
        ImageTransport consumer = holdingFirstLoad(scene.consumer());
        Run<Member> first = start(() -> consumer.members().get(image, CONSUMER));
        held.await();
        Run<Boolean> second = start(() -> {
            assertThatThrownBy(() -> consumer.members().get(image, CONSUMER))
                    .isInstanceOf(CallInterruptedException.class);
            return Thread.currentThread().isInterrupted();
        });
        second.awaitWaiting();
        second.thread.interrupt();

        assertThat(second.get()).isTrue();
        letGo.countDown();
        assertThat(first.get().status()).isEqualTo(MemberStatus.PENDING);
        assertThat(loads).hasValue(1);
    }

    private interface AfterLoad {
        void run(int load) throws InterruptedException;
    }

    private ImageTransport holdingFirstLoad(ImageTransport transport) {
        return cached(transport, load -> {
            if (load == 1) {
                held.countDown();
                letGo.await();
            }
        });
    }

    private ImageTransport failingFirstLoad(Throwable failure) {
        return cached(scene.consumer(), load -> {
            if (load == 1) {
                held.countDown();
                letGo.await();
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (ImageServiceException) failure;
            }
        });
    }

    private ImageTransport cached(ImageTransport transport, AfterLoad afterLoad) {
        PlantedTransport planted = new PlantedTransport(transport, members -> new ForwardingMembers(members) {
            @Override
            public Member get(ImageId imageId, ProjectId memberId) {
                int load = loads.incrementAndGet();
                try {
                    Member member = super.get(imageId, memberId);
                    afterLoad.run(load);
                    return member;
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new CallInterruptedException(
                            Failure.of(Operation.GET_MEMBER).build(), interrupted);
                }
            }
        });
        return CachingTransport.over(planted, MemberCacheSettings.defaults(), Ticker.systemTicker());
    }

    private <T> Run<T> start(Callable<T> call) {
        Run<T> run = new Run<>(new FutureTask<>(call));
        runs.add(run);
        run.thread.start();
        return run;
    }

    private static final class Run<T> {
        private final FutureTask<T> call;
        private final Thread thread;

        Run(FutureTask<T> call) {
            this.call = call;
            this.thread = new Thread(call, "look-up");
        }

        T get() throws InterruptedException, ExecutionException {
            try {
                return call.get(30, TimeUnit.SECONDS);
            } catch (TimeoutException stuck) {
                throw new AssertionError("the look-up does not end", stuck);
            }
        }

        /** Returns once the thread waits for another's load. */
        void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
    }
}
