package org.glance4j.feign.faults;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.glance4j.feign.FeignTransport;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/** Carries out every operation with every fault at every place, each on a transport of its own. */
final class FaultMatrix {
    /** More than a healthy answer takes on a machine with much else to do. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SLOW_DEADLINE = Duration.ofMillis(300);

    private static final int TIMED_ROWS = 6;

    private final Predicate<Cell> wanted;
    private final @Nullable Duration deadline;

    private FaultMatrix(Predicate<Cell> wanted, @Nullable Duration deadline) {
        this.wanted = wanted;
        this.deadline = deadline;
    }

    /** Without deadlines but where a fault ends in no other way, and with pauses that take no time. */
    static FaultMatrix untimed(Predicate<Cell> wanted) {
        return new FaultMatrix(wanted, null);
    }

    /** With this deadline for each call, and with pauses as they are. */
    static FaultMatrix within(Duration deadline, Predicate<Cell> wanted) {
        return new FaultMatrix(wanted, deadline);
    }

    /** Runs the cells, an operation's own one after the other. */
    List<Outcome> run() throws InterruptedException, ExecutionException {
        // What is measured is the call layer, not how long a thread waits for a core.
        ExecutorService rows = Executors.newFixedThreadPool(deadline == null ? Deed.values().length : TIMED_ROWS);
        try {
            List<Future<List<Outcome>>> running = new ArrayList<>();
            for (Deed deed : Deed.values()) {
                running.add(rows.submit(() -> row(deed)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<List<Outcome>> row : running) {
                outcomes.addAll(row.get());
            }
            return outcomes;
        } finally {
            rows.shutdownNow();
        }
    }

    static List<Injection> injections() {
        List<Injection> injections = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            injections.add(new Injection(fault, false));
            if (fault.reach() == Fault.Reach.EITHER) {
                injections.add(new Injection(fault, true));
            }
        }
        return injections;
    }

    /** Returns every cell there is, in the order in which they run. */
    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            cells.addAll(cells(deed));
        }
        return cells;
    }

    private static List<Cell> cells(Deed deed) {
        List<Cell> cells = new ArrayList<>();
        for (Position position : Position.values()) {
            for (Injection injection : injections()) {
                if (position.fits(deed, injection.fault())) {
                    cells.add(new Cell(deed, injection, position));
                }
            }
        }
        return cells;
    }

    private List<Outcome> row(Deed deed) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Cloud cloud = new Cloud()) {
            for (Cell cell : cells(deed)) {
                if (wanted.test(cell)) {
                    outcomes.add(run(cell, cloud));
                }
            }
        }
        return outcomes;
    }

    private Outcome run(Cell cell, Cloud cloud) throws IOException, InterruptedException {
        Target target = Target.of(cloud, cell.deed());
        Cell.Script script = cell.script(cloud.server());
        Verdict verdict;
        try (FeignTransport transport = transport(cell, cloud, script)) {
            verdict = call(cell, target, script, transport);
        }
        // What a call has left behind may still be carried out, and must not meet the plan of the next one.
        cloud.server().awaitNoConnection();
        Cell.Ending ending = verdict.ending().delivered(script.own());
        return new Outcome(cell, ending, verdict.problems(ending));
    }

    private Verdict call(Cell cell, Target target, Cell.Script script, FeignTransport transport) {
        Duration limit = deadline(cell);
        FeignTransport limited =
                limit == null ? transport : transport.within(Deadline.after(Ticker.systemTicker(), limit));
        script.begin();
        long began = System.nanoTime();
        Object answer = null;
        Throwable failure = null;
        try {
            answer = cell.deed().call(limited, target);
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        script.end();
        Cell.Ending ending = new Cell.Ending(failure, took, List.of());
        Verdict verdict = new Verdict(cell, target, ending, deadline != null);
        verdict.said(answer, transport);
        return verdict;
    }

    private FeignTransport transport(Cell cell, Cloud cloud, Cell.Script script) {
        boolean silent = cell.injection().fault().sign() == Fault.Sign.SILENT;
        Duration silence = deadline == null ? SILENCE : deadline.dividedBy(3);
        String user = cell.deed().user();
        return (cell.deed() == Deed.AUTHENTICATE ? cloud.throughIdentity(user) : cloud.through(user))
                .responseTimeout(silent ? silence : PATIENCE)
                .pauser(pause -> {
                    script.paused();
                    if (deadline != null) {
                        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                    }
                })
                .build();
    }

    private @Nullable Duration deadline(Cell cell) {
        Fault fault = cell.injection().fault();
        boolean harmless = fault == Fault.SLOW_BODY && cell.deed().form() == Deed.Form.NOTHING;
        return deadline == null && fault.sign() == Fault.Sign.SLOW && !harmless ? SLOW_DEADLINE : deadline;
    }

    /**
     * What became of a cell.
     *
     * @param cell the cell
     * @param ending how its call ended
     * @param problems what is not as it was promised
     */
    record Outcome(Cell cell, Cell.Ending ending, List<String> problems) {}
}
