package org.glance4j.benchmarks;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * In a JVM of its own: hashes as much as is moved elsewhere with SHA-512 three times, and nothing else, and prints the megabytes a
 * second of the fastest.
 */
final class HashRun {
    private static final int CHUNK = 256 << 10;
    private static final int TIMES = 3;
    private static final long WARM_UP_BYTES = 256 << 20;

    private HashRun() {}

    /** Takes the number of bytes. */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        long bytes = Long.parseLong(arguments[0]);
        hash(WARM_UP_BYTES);
        double fastest = 0;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            hash(bytes);
            fastest = Math.max(fastest, bytes / 1e6 / ((System.nanoTime() - began) / 1e9));
        }
        System.out.println(fastest);
    }

    private static void hash(long bytes) throws NoSuchAlgorithmException {
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        byte[] chunk = new byte[CHUNK];
        for (long left = bytes; left > 0; left -= chunk.length) {
            sha512.update(chunk, 0, (int) Math.min(left, chunk.length));
        }
        if (sha512.digest().length != 64) {
            throw new IllegalStateException("SHA-512 has 64 bytes");
        }
    }
}
