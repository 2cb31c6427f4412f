package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.feign.faults.FaultMatrix.Outcome;
import org.glance4j.testing.Soak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every operation with every fault at every place: how it ends, what it says of its effect, and how often the service got
 * it.
 */
@Timeout(600)
class FaultMatrixTest {
    private static final Duration DEADLINE = Duration.ofMillis(400);
    private static final Duration GRACE_P99 = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final int FEWEST_LATE = 300;
    /** Of what takes long: one per cent of a few calls is one call. */
    private static final int REPETITIONS = 4;

    /** An ordinary build waits for nothing, and looks at what is to be survived. */
    private static boolean isQuick(Cell cell) {
        return cell.position() == Position.FIRST && isQuick(cell.injection().fault());
    }

    private static boolean isQuick(Fault fault) {
        return fault.sign() != Fault.Sign.SILENT && fault.sign() != Fault.Sign.SLOW;
    }

    @Test
    void everyCallEndsAsItsClassPromises() throws Exception {
        List<Outcome> outcomes = FaultMatrix.untimed(FaultMatrixTest::isQuick).run();
        assertThat(problems(outcomes)).isEmpty();
        assertThat(outcomes).hasSizeGreaterThan(600);
    }

    @Test
    @Tag("soak")
    void everyCallEndsAsItsClassPromisesHoweverLongTheSilence() throws Exception {
        Set<Cell> wanted = FaultSample.ofThisRun();
        List<Outcome> outcomes = FaultMatrix.untimed(wanted::contains).run();
        System.out.println(FaultTable.of(outcomes));
        assertThat(outcomes).hasSameSizeAs(wanted);
        assertThat(problems(outcomes)).isEmpty();
        Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
        for (Outcome outcome : outcomes) {
            injected.merge(outcome.cell().injection().fault(), 1, Integer::sum);
        }
        System.out.println("calls by fault: " + injected);
        assertThat(injected).containsOnlyKeys(Fault.values());
    }

    @Test
    @Tag("soak")
    void everyCallEndsWithinItsDeadline() throws Exception {
        Set<Cell> wanted = FaultSample.ofThisRun();
        List<Outcome> outcomes =
                new ArrayList<>(FaultMatrix.within(DEADLINE, wanted::contains).run());
        for (int again = 0; again < Soak.times(REPETITIONS); again++) {
            outcomes.addAll(FaultMatrix.within(
                            DEADLINE, cell -> !isQuick(cell.injection().fault()) && wanted.contains(cell))
                    .run());
        }
        assertThat(problems(outcomes)).isEmpty();
        long[] over = outcomes.stream()
                .mapToLong(outcome -> outcome.ending().took().minus(DEADLINE).toMillis())
                .sorted()
                .toArray();
        // Most calls end long before: they would hide the late ones.
        long[] late = Arrays.stream(over).filter(millis -> millis >= 0).toArray();
        long p99 = late[late.length * 99 / 100];
        long most = late[late.length - 1];
        System.out.printf(
                "%d calls with a deadline of %d ms: %d came to it, and ended behind it by %d ms (p50), %d ms (p99), %d ms (all)%n",
                over.length, DEADLINE.toMillis(), late.length, late[late.length / 2], p99, most);
        boolean isWhole = wanted.size() == FaultMatrix.cells().size();
        assertThat(late).hasSizeGreaterThanOrEqualTo(isWhole ? FEWEST_LATE : FEWEST_LATE / 10);
        // One per cent of a few calls is one call, which says nothing of the others.
        assertThat(isWhole ? p99 : late[late.length / 2]).isLessThanOrEqualTo(GRACE_P99.toMillis());
        assertThat(most).isLessThanOrEqualTo(GRACE.toMillis());
    }

    private static List<String> problems(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.problems().stream()).toList();
    }
}
