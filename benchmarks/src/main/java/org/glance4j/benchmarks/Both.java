package org.glance4j.benchmarks;

import java.io.IOException;

/**
 * Both sides' ways to one server.
 *
 * @param bare HttpClient's
 * @param ours this library's
 */
record Both(Contender bare, Contender ours) implements AutoCloseable {

    static Both of(String endpoint) {
        return new Both(Side.BARE.connect(endpoint), Side.OURS.connect(endpoint));
    }

    Contender get(Side side) {
        return side == Side.BARE ? bare : ours;
    }

    @Override
    public void close() throws IOException {
        try (bare) {
            ours.close();
        }
    }
}
