package org.glance4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void ratioIsTheMedianOfTheRoundsRatiosAndNotTheRatioOfMedians() {
        Series series = series(new double[] {1, 10, 100}, new double[] {2, 10, 400});
        assertThat(series.ratio()).isEqualTo(2);
        assertThat(series.median(Side.BARE)).isEqualTo(10);
    }

    @Test
    void medianOfAnEvenNumberOfRoundsLiesInTheMiddle() {
        assertThat(series(new double[] {1, 1}, new double[] {2, 4}).ratio()).isEqualTo(3);
    }

    @Test
    void aRatioOnTheWrongSideOfItsGoalIsMarked() {
        Series twofold = series(new double[] {1}, new double[] {2});
        assertThat(Ratio.atMost(1.5, "time", twofold).line()).contains("≤ 1.50 **missed**");
        assertThat(Ratio.atMost(2, "time", twofold).line()).contains("≤ 2.00").doesNotContain("missed");
        assertThat(Ratio.atLeast(2.5, "speed", twofold).line()).contains("≥ 2.50 **missed**");
        assertThat(Ratio.atLeast(2, "speed", twofold).line()).contains("≥ 2.00").doesNotContain("missed");
        assertThat(Ratio.withoutGoal("heap", twofold).line()).isEqualTo("| heap | 1.0 | 2.0 | 2.00 |  |");
    }

    private static Series series(double[] bare, double[] ours) {
        Series series = new Series();
        for (int i = 0; i < bare.length; i++) {
            series.add(Side.BARE, bare[i]);
            series.add(Side.OURS, ours[i]);
        }
        return series;
    }
}
