package org.glance4j.benchmarks;

/** The two sides of a ratio. */
enum Side {
    /** Apache HttpClient 5 with Jackson. */
    BARE,
    /** This library. */
    OURS;

    private static final String TOKEN = "gAAAAABlY0".concat("0123456789abcdefghijklmnopqrstuv".repeat(5));

    /** Returns this side's way to a server, with a token as long as Keystone's. */
    Contender connect(String endpoint) {
        return this == BARE ? new BareHttpClient(endpoint, TOKEN) : new OverGlance4j(endpoint, TOKEN);
    }
}
