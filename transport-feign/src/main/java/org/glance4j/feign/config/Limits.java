package org.glance4j.feign.config;

/** How much a file of settings may hold: far more than anybody writes, far less than hurts. */
final class Limits {
    static final int MOST_BYTES = 1 << 20;
    static final int DEEPEST = 32;
    static final int MOST_NODES = 100_000;

    private Limits() {}
}
