package org.glance4j.contract;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The numbers of the statements. */
public final class Statements {
    /** Why a target without HTTP skips the statements {@link #aboutHttpAlone}. */
    public static final String ABOUT_HTTP = "about HTTP alone";

    private Statements() {}

    /**
     * Returns the numbers that every run of the contract has to run.
     *
     * @return the numbers, in order
     */
    public static SortedSet<String> all() {
        SortedSet<String> numbers = new TreeSet<>();
        IntStream.of(113, 116).forEach(number -> numbers.add(text(number)));
        IntStream.rangeClosed(1, 112).forEach(number -> numbers.add(text(number)));
        IntStream.rangeClosed(1, 48).forEach(number -> numbers.add(String.format("D-%03d", number)));
        return numbers;
    }

    /**
     * Returns the numbers of the statements about what the HTTP adapter makes of answers and of its configuration. Their tests
     * live with it, outside of the runs.
     *
     * @return the numbers, in order
     */
    public static SortedSet<String> aboutHttpAlone() {
        SortedSet<String> numbers = new TreeSet<>();
        IntStream.of(114, 115, 117, 118, 119, 120).forEach(number -> numbers.add(text(number)));
        return numbers;
    }

    private static String text(int number) {
        return String.format("S-%03d", number);
    }
}
