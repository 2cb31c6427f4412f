package org.glance4j.feign.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.glance4j.testing.Soak;

/** The cells that a run of this size takes: at full scale all, else some that together have every operation, fault and place. */
final class FaultSample {
    /** How many cells a small run takes at least, which is some ten seconds of them. */
    private static final int FEWEST = 400;

    private FaultSample() {}

    /** Returns the cells of this run; the seed of the choice is printed. */
    static Set<Cell> ofThisRun() {
        List<Cell> all = FaultMatrix.cells();
        int wanted = Math.min(all.size(), Math.max(FEWEST, Soak.times(all.size())));
        long seed = Long.getLong("glance4j.seed", RandomGenerator.getDefault().nextLong());
        System.out.printf("%d of %d cells, -Dglance4j.seed=%d%n", wanted, all.size(), seed);
        return of(all, wanted, seed);
    }

    /** Returns at least so many cells, and more where fewer do not have every operation, injection and place. */
    static Set<Cell> of(List<Cell> all, int wanted, long seed) {
        List<Cell> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Set<Cell> chosen = new LinkedHashSet<>();
        Set<Object> covered = new HashSet<>();
        for (Cell cell : shuffled) {
            boolean isNew = covered.add(cell.deed());
            isNew |= covered.add(cell.injection());
            isNew |= covered.add(cell.position());
            if (isNew) {
                chosen.add(cell);
            }
        }
        for (Cell cell : shuffled) {
            if (chosen.size() >= wanted) {
                break;
            }
            chosen.add(cell);
        }
        return chosen;
    }
}
