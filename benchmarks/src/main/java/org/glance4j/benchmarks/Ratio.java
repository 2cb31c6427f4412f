package org.glance4j.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param what what was measured, with its unit
 * @param series the figures
 * @param goal the bound on the ratio; NaN for none
 * @param atLeast whether the goal is the least rather than the most that the ratio may be
 */
record Ratio(String what, Series series, double goal, boolean atLeast) {

    static Ratio atMost(double goal, String what, Series series) {
        return new Ratio(what, series, goal, false);
    }

    static Ratio atLeast(double goal, String what, Series series) {
        return new Ratio(what, series, goal, true);
    }

    static Ratio withoutGoal(String what, Series series) {
        return new Ratio(what, series, Double.NaN, false);
    }

    /** Returns the line in Markdown. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s |",
                what,
                figure(series.median(Side.BARE)),
                figure(series.median(Side.OURS)),
                series.ratio(),
                verdict());
    }

    private String verdict() {
        if (Double.isNaN(goal)) {
            return "";
        }
        // As precisely as the ratio is shown.
        double ratio = Math.round(series.ratio() * 100) / 100.0;
        boolean met = atLeast ? ratio >= goal : ratio <= goal;
        return String.format(Locale.ROOT, "%s %.2f%s", atLeast ? "≥" : "≤", goal, met ? "" : " **missed**");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
