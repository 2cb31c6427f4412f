package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Pauser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to go wrong at an {@link InMemoryImageService}, for tests of how an application takes it: ordered one by one, or drawn
 * at random from a seed. Over HTTP a lost answer is a connection that breaks, which the client may recover from as from any.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * InMemoryImageService service = InMemoryImageService.builder().faults(faults).build();
 * faults.order(Fault.answerLostAfter(Operation.UPDATE_MEMBER).by(consumer).onCall(2));
 * }</pre>
 *
 * <p>Calls are counted by operation, from when this was made, those of each caller and those of anybody. Each fault strikes
 * once; the first of several that fit is taken. What struck is logged, stands in the exception's advice, and is listed by {@link
 * #struck}: as one line each, which {@link Fault#parse} turns into the order that repeats it.
 *
 * <p>Safe for use by several threads; in which order their calls are counted is theirs.
 */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int LONGEST_LATENCY_MILLIS = 20;
    private static final int MOST_BYTES = 4096;
    private static final List<Integer> STATUSES = List.of(429, 500, 502, 503, 504);

    private final Pauser pauser;
    private final List<Fault> ordered = new ArrayList<>();
    private final List<Fault> struck = new ArrayList<>();
    private final Map<Counted, Integer> counts = new HashMap<>();
    private @Nullable Random random;
    private int oneIn;

    /** Whose calls of what are counted together. */
    private record Counted(Operation operation, @Nullable ProjectId caller) {}

    /** Makes orders for nothing, with latency that puts the calling thread to sleep. */
    public Faults() {
        this(Pauser.sleeping());
    }

    /**
     * Makes orders for nothing.
     *
     * @param pauser what lets the time of a latency pass
     */
    public Faults(Pauser pauser) {
        this.pauser = requireNonNull(pauser, "pauser");
    }

    /**
     * Orders a fault.
     *
     * @param fault which call is to fail, and how
     * @return this
     */
    public synchronized Faults order(Fault fault) {
        ordered.add(requireNonNull(fault, "fault"));
        return this;
    }

    /**
     * Lets calls fail at random from now on, each in one of the ways that its operation has.
     *
     * @param seed what the faults are drawn from: the same calls in the same order meet the same faults
     * @param calls one of so many calls fails, on the average
     * @return this
     */
    public synchronized Faults orderAtRandom(long seed, int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("one of so many calls cannot fail: " + calls);
        }
        random = new Random(seed);
        oneIn = calls;
        LOG.info("faults at random: seed {}, one in {} calls", seed, calls);
        return this;
    }

    /** Lets nothing go wrong any more, and forgets what has struck. The count of calls goes on. */
    public synchronized void clear() {
        ordered.clear();
        struck.clear();
        random = null;
    }

    /**
     * Returns what has struck since the orders were last cleared, first things first.
     *
     * @return the faults, each with its caller and the number of the call
     */
    public synchronized List<Fault> struck() {
        return List.copyOf(struck);
    }

    /** Counts a call, and returns what is to go wrong with it. What needs no caller is called by nobody in particular. */
    synchronized Optional<Fault> next(Operation operation, @Nullable ProjectId caller) {
        int byAnybody = counts.merge(new Counted(operation, null), 1, Integer::sum);
        int byCaller = caller == null ? byAnybody : counts.merge(new Counted(operation, caller), 1, Integer::sum);
        Optional<Fault> fault = ordered.stream()
                .filter(each -> each.operation() == operation)
                .filter(each -> each.caller() == null
                        ? each.call() == byAnybody
                        : each.caller().equals(caller) && each.call() == byCaller)
                .findFirst();
        fault.ifPresent(ordered::remove);
        if (fault.isEmpty() && random != null && random.nextInt(oneIn) == 0) {
            fault = Optional.of(drawn(random, operation));
        }
        Optional<Fault> exact = fault.map(each -> new Fault(operation, caller, byCaller, each.kind(), each.amount()));
        exact.ifPresent(each -> {
            struck.add(each);
            LOG.info("fault: {}", each);
        });
        return exact;
    }

    private static Fault drawn(Random random, Operation operation) {
        boolean hasData = Fault.hasData(operation);
        return switch (random.nextInt(hasData ? 5 : 4)) {
            case 0 -> new Fault(operation, null, 1, Fault.Kind.LATENCY, random.nextInt(LONGEST_LATENCY_MILLIS));
            case 1 -> Fault.status(operation, STATUSES.get(random.nextInt(STATUSES.size())));
            case 2 -> Fault.answerLostBefore(operation);
            case 3 -> Fault.answerLostAfter(operation);
            default -> Fault.dataCut(operation, random.nextInt(MOST_BYTES));
        };
    }

    Pauser pauser() {
        return pauser;
    }
}
