package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

/** How much a file of settings may hold: far more than anybody writes, far less than hurts. */
final class Limits {
    static final int MOST_BYTES = 1 << 20;
    static final int DEEPEST = 32;
    static final int MOST_NODES = 100_000;
    static final int LONGEST_KEY = 256;
    static final int MOST_WARNINGS = 100;

    private Limits() {}

    static String requireShort(String key, Source source) {
        if (key.length() > LONGEST_KEY) {
            throw at(source, "has a key of more than " + LONGEST_KEY + " characters: no key of settings is longer");
        }
        return key;
    }
}
