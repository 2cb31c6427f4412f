package org.glance4j.benchmarks;

import java.util.Locale;
import java.util.Set;

/**
 * How long is measured, and what.
 *
 * @param rounds how often both sides take their turn
 * @param sliceMillis how long a turn of single calls takes
 * @param warmUpMillis how long each side runs before
 * @param parts what is measured, in capitals; everything if empty
 */
record Effort(int rounds, long sliceMillis, long warmUpMillis, Set<String> parts) {

    /** Copies the parts. */
    Effort {
        parts = Set.copyOf(parts);
    }

    boolean wants(String part) {
        return parts.isEmpty() || parts.contains(part.toUpperCase(Locale.ROOT));
    }
}
