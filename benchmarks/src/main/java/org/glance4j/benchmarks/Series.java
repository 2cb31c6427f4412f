package org.glance4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One quantity of both sides, round by round. They take turns, so that what else the machine does hits both, and the ratio is the
 * median of the rounds' ratios.
 */
final class Series {
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();

    void add(Side side, double figure) {
        figures(side).add(figure);
    }

    double median(Side side) {
        return median(figures(side));
    }

    double ratio() {
        return median(IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i) / bare.get(i))
                .toList());
    }

    private List<Double> figures(Side side) {
        return side == Side.BARE ? bare : ours;
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
