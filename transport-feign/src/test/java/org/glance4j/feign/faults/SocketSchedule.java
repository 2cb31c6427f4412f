package org.glance4j.feign.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.error.Effect;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One seeded run: an owner that adds and removes members, two threads of a consumer and an admin that contend for one member's
 * status, all over a server that fails. Which faults a caller meets follows from the seed; how callers meet each other does not.
 */
final class SocketSchedule implements AutoCloseable, Plan {
    /** Every fault that a call on members can meet. */
    static final List<Fault> FAULTS = Stream.of(Fault.values())
            .filter(fault -> fault.sign() != Fault.Sign.EARLY)
            .toList();

    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final int RESET_PERCENT = 3;

    private final Cloud cloud = new Cloud();
    private final ImageId image;
    private final MemberRows rows = new MemberRows();
    private final List<ScheduleCaller> callers = new ArrayList<>();
    private final Map<String, ScheduleCaller> byAgent = new ConcurrentHashMap<>();
    private final SplittableRandom connections;

    SocketSchedule(long seed, int calls) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        connections = random.split();
        image = cloud.direct(Cloud.OWNER)
                .images()
                .create(NewImage.builder().build())
                .id();
        ProjectId contended = cloud.project(Cloud.CONSUMER);
        List<ProjectId> others = List.of(contended, ProjectId.of("other"));
        add(new ScheduleCaller("owner", Cloud.OWNER, others, true, calls, random.split()));
        add(new ScheduleCaller("consumer-1", Cloud.CONSUMER, List.of(contended), false, calls, random.split()));
        add(new ScheduleCaller("consumer-2", Cloud.CONSUMER, List.of(contended), false, calls, random.split()));
        add(new ScheduleCaller("admin", "admin", List.of(contended), false, calls, random.split()));
        cloud.server().plan(this);
    }

    private void add(ScheduleCaller caller) {
        callers.add(caller);
        byAgent.put(caller.name(), caller);
    }

    void run() throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (ScheduleCaller caller : callers) {
                running.add(threads.submit(() -> caller.run(cloud, image, SILENCE, this::listen)));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
        listen();
        cloud.server().plan(HEALTHY);
        cloud.server().awaitNoConnection();
        callers.forEach(caller -> caller.judge(image));
        rows.check(cloud.direct(Cloud.OWNER).members().list(image).stream()
                .collect(Collectors.toMap(Member::memberId, Member::statusWord)));
    }

    private void listen() {
        try {
            cloud.server().listen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean resetsConnection() {
        synchronized (connections) {
            return connections.nextInt(100) < RESET_PERCENT;
        }
    }

    @Override
    public @Nullable Injection on(RawRequest request) {
        Injection injection = caller(request).nextInjection();
        if (injection != null && injection.fault() == Fault.CONNECT_REFUSED) {
            try {
                cloud.server().refuseConnections();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Injection(Fault.CLOSE_AFTER_REQUEST, injection.applied());
        }
        return injection;
    }

    private ScheduleCaller caller(RawRequest request) {
        String agent = String.valueOf(request.header("User-Agent"));
        ScheduleCaller caller = byAgent.get(agent.substring(0, agent.indexOf('/')));
        if (caller == null) {
            throw new IllegalStateException("nobody's request: " + request);
        }
        return caller;
    }

    @Override
    public void delivered(Delivery delivery) {
        caller(delivery.request()).delivered(delivery);
        // Called for one delivery after the other: this is the order in which they were carried out.
        rows.carriedOut(delivery);
    }

    Map<Fault, Long> faults() {
        Map<Fault, Long> faults = new EnumMap<>(Fault.class);
        for (Fault fault : FAULTS) {
            long count = cloud.server().played(fault);
            if (count > 0) {
                faults.put(fault, count);
            }
        }
        return faults;
    }

    Map<Effect, Long> failures() {
        Map<Effect, Long> failures = new EnumMap<>(Effect.class);
        callers.forEach(
                caller -> caller.failures().forEach((effect, count) -> failures.merge(effect, count, Long::sum)));
        return failures;
    }

    long successes() {
        return callers.stream().mapToLong(ScheduleCaller::successes).sum();
    }

    @Override
    public void close() throws IOException {
        cloud.close();
    }
}
