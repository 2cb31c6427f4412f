package org.glance4j.benchmarks;

import java.io.IOException;

/** In a JVM of its own: prints how many milliseconds one side takes from nothing to the first answer. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** Takes the side and the endpoint. */
    public static void main(String[] arguments) throws IOException {
        long began = System.nanoTime();
        try (Contender contender = Side.valueOf(arguments[0]).connect(arguments[1])) {
            contender.getMember();
            System.out.println((System.nanoTime() - began) / 1e6);
        }
    }
}
