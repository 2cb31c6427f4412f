package org.glance4j.contract;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The numbers of the statements that every target has to run. */
final class Statements {
    private Statements() {}

    static SortedSet<String> all() {
        SortedSet<String> numbers = new TreeSet<>();
        IntStream.of(116).forEach(number -> numbers.add(text(number)));
        IntStream.rangeClosed(1, 107).forEach(number -> numbers.add(text(number)));
        return numbers;
    }

    private static String text(int number) {
        return String.format("S-%03d", number);
    }
}
