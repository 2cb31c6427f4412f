package org.glance4j.feign.schedules;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.MembersInProcess;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Pauses;
import org.glance4j.feign.call.RetrySettings;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.observe.Announcers;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;
import org.jspecify.annotations.Nullable;

/**
 * Callers that work on the members of one image through the call layer, on lines on which faults happen. All of it follows
 * from the seed: while one caller waits for an answer or pauses before its next attempt, others act, on the same thread and
 * in virtual time. Used by one thread.
 *
 * <p>Members are added and removed by one caller, the owner. Their statuses are set by three: two of one consumer, and an admin.
 */
final class Schedule {
    private static final ProjectId OWNER = ProjectId.of("owner");
    private static final List<ProjectId> MEMBERS = List.of(ProjectId.of("shop"), ProjectId.of("lab"));
    private static final List<MemberStatus> STATUSES =
            List.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED);
    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int[] FAULTS_PER_MILLE = {10, 50, 100, 300};
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final SplittableRandom random;
    private final int faultsPerMille;
    private final Tally tally;
    private final SequentialModel model = new SequentialModel();
    private final List<Party> parties = new ArrayList<>();
    private final InMemoryImageService service;
    private final ImageId image;
    private int left;
    private long nanos;
    private int deadlinesPassed;

    Schedule(long seed, int operations, Tally tally) {
        this.random = new SplittableRandom(seed);
        this.left = operations;
        this.tally = tally;
        this.faultsPerMille = FAULTS_PER_MILLE[random.nextInt(FAULTS_PER_MILLE.length)];
        this.service = InMemoryImageService.builder()
                .clock(() -> Instant.EPOCH.plusNanos(nanos))
                .build();
        this.image = service.as(Caller.of(OWNER))
                .images()
                .create(NewImage.named("shared").build())
                .id();
        parties.add(
                new Party(Caller.of(OWNER), List.of(Verb.ADD, Verb.ADD, Verb.REMOVE, Verb.GET, Verb.LIST), MEMBERS));
        parties.add(
                new Party(Caller.admin(ProjectId.of("operator")), List.of(Verb.UPDATE, Verb.GET, Verb.LIST), MEMBERS));
        for (ProjectId consumer : List.of(MEMBERS.get(0), MEMBERS.get(0), MEMBERS.get(1))) {
            parties.add(new Party(Caller.of(consumer), List.of(Verb.UPDATE, Verb.UPDATE, Verb.GET), List.of(consumer)));
        }
    }

    /** Carries the schedule out, and checks every operation, every request and what is left in the end. */
    void run() {
        try (service) {
            while (left > 0) {
                parties.get(random.nextInt(parties.size())).act();
            }
            Map<ProjectId, MemberStatus> rows =
                    Line.rows(service.as(Caller.of(OWNER)).members().list(image));
            if (!rows.equals(model.members())) {
                throw new AssertionError("left in the end: " + rows + ", but should be: " + model.members());
            }
        }
    }

    @Nullable
    Fault nextFault() {
        if (random.nextInt(1000) >= faultsPerMille) {
            return null;
        }
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        tally.injected(fault);
        return fault;
    }

    void carriedOut(Operation operation, Event event) {
        operation.carriedOut(event);
        if (!model.explains(event)) {
            throw new AssertionError("the service answers otherwise than one request after the other would: " + event);
        }
    }

    /** Lets idle callers act while another one waits. */
    void othersAct() {
        while (left > 0 && random.nextInt(3) == 0) {
            List<Party> idle = parties.stream().filter(p -> !p.line.isBusy()).toList();
            if (idle.isEmpty()) {
                return;
            }
            idle.get(random.nextInt(idle.size())).act();
        }
    }

    /** Lets so much time pass that every call under way is over its deadline. */
    void passDeadlines() {
        nanos += DEADLINE.plusSeconds(1).toNanos();
        deadlinesPassed++;
    }

    private void pause(Duration duration) {
        nanos += duration.toNanos();
        tally.paused();
        othersAct();
    }

    /** One caller with its own call layer. */
    private final class Party {
        private final Calls calls;
        private final Line line;
        private final List<Verb> verbs;
        private final List<ProjectId> members;

        Party(Caller caller, List<Verb> verbs, List<ProjectId> members) {
            this.line = new Line(service.as(caller).members(), Schedule.this);
            this.verbs = verbs;
            this.members = members;
            RetrySettings settings = new RetrySettings(
                    4, new Pauses(Schedule.this::pause), random.split(), () -> Instant.EPOCH.plusNanos(nanos));
            Origin nowhere = Origin.ofImageService(URI.create("http://service.example"));
            this.calls = new Calls(new GivenTokens(caller), deadline -> nowhere, settings, Announcers.silent());
        }

        void act() {
            left--;
            Verb verb = verbs.get(random.nextInt(verbs.size()));
            ProjectId member = members.get(random.nextInt(members.size()));
            boolean there = model.members().containsKey(member);
            if (random.nextInt(8) > 0 && !wouldBeTaken(verb, there)) {
                // What would be refused is tried now and then only.
                verb = verbs.contains(Verb.ADD) && !there ? Verb.ADD : verbs.get(verbs.size() - 1);
            }
            MemberStatus wanted = verb == Verb.UPDATE ? STATUSES.get(random.nextInt(STATUSES.size())) : null;
            Operation operation = new Operation(verb, member, wanted);
            int deadlinesBefore = deadlinesPassed;
            line.serve(operation);
            try {
                MemberOperations operations = MembersInProcess.of(calls, line, Deadline.after(() -> nanos, DEADLINE));
                operation.succeeded(carryOut(operations, verb, member, wanted));
                tally.succeeded(operation);
            } catch (ImageServiceException failure) {
                operation.failed(failure, deadlinesPassed > deadlinesBefore);
                tally.failed(failure);
            } finally {
                line.serve(null);
                // The next operation is another thread's in truth.
                boolean unused = Thread.interrupted();
            }
        }

        private static boolean wouldBeTaken(Verb verb, boolean there) {
            return switch (verb) {
                case ADD -> !there;
                case LIST -> true;
                case GET, UPDATE, REMOVE -> there;
            };
        }

        private Map<ProjectId, MemberStatus> carryOut(
                MemberOperations operations, Verb verb, ProjectId member, @Nullable MemberStatus wanted) {
            return switch (verb) {
                case ADD -> Line.row(operations.add(image, member));
                case GET -> Line.row(operations.get(image, member));
                case LIST -> Line.rows(operations.list(image));
                case UPDATE -> Line.row(operations.updateStatus(image, member, wanted));
                case REMOVE -> {
                    operations.remove(image, member);
                    yield Map.of();
                }
            };
        }
    }

    /** Tokens that can always be renewed. */
    private record GivenTokens(Caller who) implements TokenSource {
        @Override
        public Secret token(Deadline deadline) {
            return Secret.of("token");
        }

        @Override
        public boolean reject(Secret rejected) {
            return true;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.of(who);
        }
    }
}
