package org.glance4j.benchmarks;

import java.io.IOException;

/**
 * In a JVM of its own: moves data one way three times, hashed on the way and compared with the image's record, and prints the
 * megabytes a second of the fastest.
 */
final class VerifiedRun {
    private static final int TIMES = 3;
    private static final long WARM_UP_BYTES = 256 << 20;

    private VerifiedRun() {}

    /** Takes the endpoint, {@code up} or {@code down}, and the number of bytes. */
    public static void main(String[] arguments) throws IOException {
        long bytes = Long.parseLong(arguments[2]);
        try (OverGlance4j ours = (OverGlance4j) Side.OURS.connect(arguments[0])) {
            // The server works the hash on record out when it is asked for it first.
            ours.recorded(bytes);
            move(ours, arguments[1], WARM_UP_BYTES);
            double fastest = 0;
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                move(ours, arguments[1], bytes);
                fastest = Math.max(fastest, bytes / 1e6 / ((System.nanoTime() - began) / 1e9));
            }
            System.out.println(fastest);
        }
    }

    private static void move(OverGlance4j ours, String direction, long bytes) {
        if (direction.equals("up")) {
            ours.uploadVerified(new Zeros(bytes), bytes);
        } else {
            ours.downloadVerified(bytes);
        }
    }
}
