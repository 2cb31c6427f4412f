package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImageId;
import org.glance4j.testing.Soak;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many calls that end early give back everything: their thread at once, then the connection, and after closing the rest. */
@Tag("soak")
@Timeout(600)
class EndsOfManyCallsTest {
    private static final int CALLS = 1_000;
    private static final int WORKERS = 12;
    private static final int CONNECTIONS = 16;
    private static final long WITHIN_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 30;
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
    private final Cloud cloud = new Cloud();
    private final Target healthy = Target.of(cloud, Deed.DOWNLOAD_DATA);
    private final Target slow = Target.of(cloud, Deed.DOWNLOAD_DATA);
    private final FeignTransport transport =
            cloud.through(Cloud.OWNER).maxConnections(CONNECTIONS).build();
    private final FeignTransport narrow =
            cloud.through(Cloud.OWNER).maxConnections(1).build();
    /** Opened when a request about the image has come. */
    private final Map<String, CountDownLatch> arrived = new ConcurrentHashMap<>();

    EndsOfManyCallsTest() throws IOException {
        cloud.server().plan(this::on);
    }

    @AfterEach
    void stop() throws IOException {
        narrow.close();
        transport.close();
        cloud.close();
        workers.shutdownNow();
    }

    /** What a call waits for when it is interrupted. */
    private enum Wait {
        ANSWER,
        BODY,
        ROOM_IN_THE_SOCKET,
        SERVICE_TO_BE_LESS_BUSY,
        CONNECTION
    }

    private Injection on(RawRequest request) {
        String image = request.path().split("/", -1)[3];
        if (image.equals(healthy.image().value())) {
            return null;
        }
        if (image.equals(slow.image().value())) {
            return new Injection(Fault.SLOW_BODY, true);
        }
        CountDownLatch latch = arrived.get(image);
        if (latch != null) {
            latch.countDown();
        }
        return switch (request.method()) {
            case "GET" -> new Injection(Fault.NEVER_ANSWERED, false);
            case "PUT" -> new Injection(Fault.NEVER_READ, false);
            default -> new Injection(Fault.TOO_MANY_COME_SOON, false);
        };
    }

    @Test
    void interruptedCallsComeBackAtOnce() throws Exception {
        List<Wait> waits = List.of(Wait.values());
        try (ImageDownload holder = narrow.data().download(slow.image())) {
            assertThat(holder.stream().read()).isNotNegative();
            measure("interrupted", i -> () -> interrupt(waits.get(i % waits.size()), i % LONGEST_WAIT_MILLIS));
        }
        everythingIsGivenBack();
    }

    /** Makes a call, interrupts it a while after it waits, and returns how many milliseconds after that it came back. */
    private OptionalLong interrupt(Wait wait, long afterMillis) throws InterruptedException {
        ImageId image = wait == Wait.BODY ? slow.image() : ImageId.of(UUID.randomUUID());
        CountDownLatch waiting = new CountDownLatch(1);
        arrived.put(image.value(), waiting);
        Thread caller = Thread.currentThread();
        long[] interrupted = new long[1];
        Thread interrupter = new Thread(() -> {
            try {
                waiting.await();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(afterMillis));
                interrupted[0] = System.nanoTime();
                caller.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        interrupter.start();
        Throwable failure = catchThrowable(() -> call(wait, image, waiting));
        long ended = System.nanoTime();
        assertThat(failure).as("waiting for %s", wait).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).as("the interrupt can still be seen").isTrue();
        interrupter.join();
        arrived.remove(image.value());
        return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(ended - interrupted[0]));
    }

    private void call(Wait wait, ImageId image, CountDownLatch waiting) throws IOException {
        switch (wait) {
            case ANSWER -> assertThat(transport.images().get(image)).isNull();
            case BODY -> {
                try (ImageDownload download = transport.data().download(image)) {
                    assertThat(download.stream().read()).isNotNegative();
                    waiting.countDown();
                    assertThat(download.stream().readAllBytes()).isNull();
                }
            }
            case ROOM_IN_THE_SOCKET -> transport.data().upload(image, ImageData.of(new byte[16 << 20]));
            case SERVICE_TO_BE_LESS_BUSY -> {
                // One transport would soon have used up its budget for repetitions.
                try (FeignTransport own = cloud.through(Cloud.OWNER).build()) {
                    own.images().delete(image);
                }
            }
            case CONNECTION -> {
                waiting.countDown();
                assertThat(narrow.images().get(image)).isNull();
            }
        }
    }

    @Test
    void abandonedDownloadsHoldNothing() throws Exception {
        measure("abandoned", i -> () -> abandon(i));
        everythingIsGivenBack();
    }

    /** Begins a download, and returns how many milliseconds it took to be rid of it, if anybody waits for that. */
    private OptionalLong abandon(int number) throws IOException {
        return number % 2 == 0 ? closeHalfWay() : leaveToItsDeadline(number % 4 == 1);
    }

    private OptionalLong closeHalfWay() throws IOException {
        ImageDownload download = transport.data().download(healthy.image());
        int half = Deed.DATA.length / 2;
        assertThat(download.stream().readNBytes(half)).hasSize(half);
        long began = System.nanoTime();
        download.close();
        return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** Nobody closes it. */
    private OptionalLong leaveToItsDeadline(boolean reading) {
        long end = System.nanoTime() + SHORT.toNanos();
        FeignTransport soon = transport.within(Deadline.after(Ticker.systemTicker(), SHORT));
        Throwable failure = catchThrowable(() -> {
            InputStream stream = soon.data().download(slow.image()).stream();
            assertThat(stream.read()).isNotNegative();
            if (reading) {
                assertThat(stream.readAllBytes()).isNull();
            }
        });
        // On a busy machine the deadline may come earlier than the first byte.
        if (reading || failure != null) {
            assertThat(failure).isInstanceOf(DeadlineExceededException.class);
        }
        return failure == null
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - end));
    }

    private void measure(String what, IntFunction<Callable<OptionalLong>> call) throws Exception {
        // The first calls load classes, and the p99 of few calls is the slowest of them.
        long[] unused = onWorkers(4 * WORKERS, call);
        int calls = Soak.times(CALLS);
        report(what, calls, onWorkers(calls, call));
    }

    private long[] onWorkers(int count, IntFunction<Callable<OptionalLong>> call) throws Exception {
        List<Future<LongStream>> running = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            int first = worker;
            running.add(workers.submit(() -> {
                LongStream.Builder millis = LongStream.builder();
                for (int i = first; i < count; i += WORKERS) {
                    call.apply(i).call().ifPresent(millis::add);
                }
                return millis.build();
            }));
        }
        LongStream all = LongStream.empty();
        for (Future<LongStream> worker : running) {
            all = LongStream.concat(all, worker.get());
        }
        return all.sorted().toArray();
    }

    private static void report(String what, int calls, long[] millis) {
        long p99 = millis[millis.length * 99 / 100];
        System.out.printf(
                "%d calls %s, %d waited for: back within %d ms (p50), %d ms (p99), %d ms (all)%n",
                calls, what, millis.length, millis[millis.length / 2], p99, millis[millis.length - 1]);
        assertThat(millis).hasSizeGreaterThanOrEqualTo(calls * 2 / 3);
        assertThat(p99).isLessThanOrEqualTo(WITHIN_MILLIS);
    }

    private void everythingIsGivenBack() throws Exception {
        narrow.close();
        everyConnectionCanBeHad();
        transport.close();
        // Whatever hangs at the server's side does so for the plan that is over now.
        cloud.server().plan(Plan.HEALTHY);
        cloud.server().awaitNoConnection();
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!ownThreads().isEmpty() && System.nanoTime() - patience < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(ownThreads()).as("threads that are left").isEmpty();
    }

    /** As many calls as there may be connections are under way at once: none is answered before all have come. */
    private void everyConnectionCanBeHad() throws Exception {
        CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
        cloud.server().plan(request -> {
            try {
                together.await(30, TimeUnit.SECONDS);
                return null;
            } catch (Exception e) {
                throw new IllegalStateException("fewer calls came than there are connections", e);
            }
        });
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            running.add(workers.submit(() -> transport.images().get(healthy.image())));
        }
        for (Future<?> call : running) {
            assertThat(call.get()).isNotNull();
        }
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("glance4j"))
                .toList();
    }
}
