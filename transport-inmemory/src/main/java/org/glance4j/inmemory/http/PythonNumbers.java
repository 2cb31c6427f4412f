package org.glance4j.inmemory.http;

import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers in a query, as Glance, a Python program, reads them. */
final class PythonNumbers {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private PythonNumbers() {}

    /** Returns the number that a text is, with blanks around and underscores between digits; empty for any other text. */
    static Optional<BigInteger> integer(String text) {
        String digits = text.strip();
        return digits.matches("[+-]?[0-9]++(?:_[0-9]++)*+")
                ? Optional.of(new BigInteger(digits.replace("_", "").replace("+", "")))
                : Optional.empty();
    }

    /** Returns the number, or the end of the range of {@code long} that is nearest to it. */
    static long nearest(BigInteger number) {
        return number.max(LEAST).min(MOST).longValue();
    }
}
