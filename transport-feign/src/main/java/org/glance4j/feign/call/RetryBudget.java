package org.glance4j.feign.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many repeats an origin is still worth: calls that succeed earn them, repeats spend them. When a service is down, its
 * callers do not multiply the load of its return. Safe for use by several threads.
 */
final class RetryBudget {
    /** Counted in tenths: a repeat costs ten, and a success earns one. */
    private static final int REPEAT = 10;

    private static final int FULL = 64 * REPEAT;

    private final AtomicInteger tenths = new AtomicInteger(FULL);

    /** Spends a repeat, if there is one left. */
    boolean take() {
        int left = tenths.get();
        while (left >= REPEAT) {
            int seen = tenths.compareAndExchange(left, left - REPEAT);
            if (seen == left) {
                return true;
            }
            left = seen;
        }
        return false;
    }

    /** Notes a call that has succeeded. */
    void earn() {
        int left = tenths.get();
        while (left < FULL) {
            int seen = tenths.compareAndExchange(left, left + 1);
            if (seen == left) {
                return;
            }
            left = seen;
        }
    }
}
