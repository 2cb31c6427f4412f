package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small run of the fault matrix leaves out cells, and no operation and no fault. */
class FaultSampleTest {
    private static final List<Cell> ALL = FaultMatrix.cells();

    @Test
    void aSampleHasEveryOperationFaultAndPlace() {
        for (long seed = 0; seed < 20; seed++) {
            Set<Cell> sample = FaultSample.of(ALL, 1, seed);
            assertThat(sample).hasSizeLessThan(200);
            assertThat(sample).extracting(Cell::deed).contains(Deed.values());
            assertThat(sample).extracting(cell -> cell.injection().fault()).contains(Fault.values());
            assertThat(sample).extracting(Cell::injection).containsAll(FaultMatrix.injections());
            assertThat(sample).extracting(Cell::position).contains(Position.values());
        }
    }

    @Test
    void oneSeedIsOneSample() {
        assertThat(FaultSample.of(ALL, 400, 7))
                .isEqualTo(FaultSample.of(ALL, 400, 7))
                .hasSize(400);
        assertThat(FaultSample.of(ALL, 400, 7)).isNotEqualTo(FaultSample.of(ALL, 400, 8));
    }

    @Test
    void theWholeIsAllOfThem() {
        Set<Cell> whole = FaultSample.of(ALL, ALL.size(), 7);
        assertThat(whole.equals(Set.copyOf(ALL))).isTrue();
        assertThat(whole).hasSameSizeAs(ALL).hasSizeGreaterThan(7000);
    }
}
