package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;
import org.jspecify.annotations.Nullable;

/** One thread of a schedule: it makes one call after the other, and holds them against what the service did for each. */
final class ScheduleCaller {
    private static final List<MemberStatus> STATUSES =
            List.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED);
    private static final Duration DEADLINE = Duration.ofMillis(400);
    private static final int FAULTY_PERCENT = 25;

    private final String name;
    private final String user;
    private final List<ProjectId> members;
    private final boolean owns;
    private final int calls;
    private final SplittableRandom choices;
    private final SplittableRandom faults;
    /** The faults in an order of this caller's own, so that a few callers meet them all. */
    private final List<Fault> deck = new ArrayList<>(SocketSchedule.FAULTS);

    private String agent = "";
    private int drawn;
    private final List<Delivery> deliveries = Collections.synchronizedList(new ArrayList<>());
    private final List<Made> made = new ArrayList<>();
    private final Map<Effect, Long> failures = new EnumMap<>(Effect.class);
    private long successes;

    /**
     * Makes a caller.
     *
     * @param name what its requests are known by
     * @param owns whether it adds and removes members; else it sets their status
     */
    ScheduleCaller(
            String name, String user, List<ProjectId> members, boolean owns, int calls, SplittableRandom random) {
        this.name = name;
        this.user = user;
        this.members = members;
        this.owns = owns;
        this.calls = calls;
        this.choices = random;
        this.faults = random.split();
        deck.remove(Fault.RESET_BEFORE_REQUEST);
        Collections.shuffle(deck, new Random(random.nextLong()));
    }

    String name() {
        return name;
    }

    /** Returns what goes wrong with this caller's next request; null for nothing. */
    @Nullable
    Injection nextInjection() {
        synchronized (faults) {
            if (faults.nextInt(100) >= FAULTY_PERCENT) {
                return null;
            }
            return new Injection(deck.get(drawn++ % deck.size()), faults.nextBoolean());
        }
    }

    Map<Effect, Long> failures() {
        return failures;
    }

    long successes() {
        return successes;
    }

    void delivered(Delivery delivery) {
        deliveries.add(delivery);
    }

    void run(Cloud cloud, ImageId image, Duration silence, Runnable beforeRepetition) {
        for (int i = 0; i < calls; i++) {
            // One transport would soon have used up its budget for repetitions.
            agent = name + "/" + i;
            try (FeignTransport transport = cloud.through(user)
                    .userAgent(agent)
                    .responseTimeout(silence)
                    .pauser(pause -> beforeRepetition.run())
                    .build()) {
                Deadline deadline = Deadline.after(Ticker.systemTicker(), DEADLINE);
                call(transport.within(deadline).members(), image);
            }
        }
    }

    private void call(MemberOperations operations, ImageId image) {
        ProjectId member = members.get(choices.nextInt(members.size()));
        int choice = choices.nextInt(6);
        if (choice == 0) {
            make("get", "GET", member, null, () -> operations.get(image, member));
        } else if (choice == 1 && owns) {
            make("list", "GET", member, null, () -> operations.list(image));
        } else if (!owns) {
            MemberStatus wanted = STATUSES.get(choices.nextInt(STATUSES.size()));
            make("update", "PUT", member, wanted, () -> operations.updateStatus(image, member, wanted));
        } else if (choice < 4) {
            make("add", "POST", member, null, () -> operations.add(image, member));
        } else {
            make("remove", "DELETE", member, null, () -> {
                operations.remove(image, member);
                return null;
            });
        }
    }

    private void make(String verb, String method, ProjectId member, @Nullable MemberStatus wanted, Supplier<?> call) {
        Object answer = null;
        ImageServiceException failure = null;
        try {
            answer = call.get();
            successes++;
        } catch (ImageServiceException e) {
            failure = e;
            failures.merge(e.effect(), 1L, Long::sum);
        }
        made.add(new Made(agent, verb, method, member, wanted, answer, failure));
    }

    /** Holds every call against what the service did for it, now that nothing is under way any more. */
    void judge(ImageId image) {
        Map<String, List<Delivery>> byCall = deliveries.stream()
                .collect(Collectors.groupingBy(
                        delivery -> String.valueOf(delivery.request().header("User-Agent"))));
        for (Made call : made) {
            judge(call, image, byCall.getOrDefault(call.agent(), List.of()));
        }
    }

    private void judge(Made call, ImageId image, List<Delivery> all) {
        List<Delivery> own = all.stream()
                .filter(delivery -> delivery.request().method().equals(call.method()))
                .toList();
        long applied =
                call.isRead() ? 0 : own.stream().filter(Delivery::applied).count();
        String told = call + ", applied " + applied + " times, delivered " + all;
        assertThat(applied).as(told).isLessThanOrEqualTo(1);
        if (call.failure() != null) {
            failed(told, call.failure(), applied, own, all);
            return;
        }
        answered(told, call, image);
        if (!call.isRead() && applied == 0) {
            // What was lost on its way may be there all the same: then another has done it, and it is as it was wanted.
            assertThat(all).as(told).anyMatch(delivery -> showsThatItIsDone(delivery, call.method()));
        }
    }

    private void answered(String told, Made call, ImageId image) {
        if (call.answer() instanceof Member member) {
            assertThat(member.memberId()).as(told).isEqualTo(call.member());
            assertThat(member.imageId()).as(told).isEqualTo(image);
            // Whom the owner adds may have decided before the owner reads of it.
            if (call.wanted() != null) {
                assertThat(member.status()).as(told).isEqualTo(call.wanted());
            }
        } else if (call.answer() instanceof List<?> listed) {
            assertThat(listed).as(told).allSatisfy(row -> {
                assertThat(((Member) row).imageId()).isEqualTo(image);
                assertThat(members).contains(((Member) row).memberId());
            });
        }
    }

    /** One call, and how it ended. */
    private record Made(
            String agent,
            String verb,
            String method,
            ProjectId member,
            @Nullable MemberStatus wanted,
            @Nullable Object answer,
            @Nullable ImageServiceException failure) {
        boolean isRead() {
            return method.equals("GET");
        }
    }

    private static boolean showsThatItIsDone(Delivery delivery, String method) {
        Integer status = delivery.serviceStatus();
        if (status == null) {
            return false;
        }
        return method.equals("DELETE")
                ? status == 404
                : delivery.request().method().equals("GET") && status == 200;
    }

    private static void failed(
            String told, ImageServiceException failure, long applied, List<Delivery> own, List<Delivery> all) {
        boolean late = failure instanceof DeadlineExceededException;
        switch (failure.effect()) {
            case NOT_SENT -> assertThat(own).as(told).isEmpty();
            case NOT_APPLIED -> assertThat(applied).as(told).isZero();
            case APPLIED -> assertThat(applied).as(told).isOne();
            case UNKNOWN ->
                assertThat(late || own.isEmpty() || all.stream().anyMatch(delivery -> delivery.injection() != null))
                        .as(told)
                        .isTrue();
        }
    }
}
