package org.glance4j.feign.load;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.glance4j.transport.ImageData;

/** Data of any length that takes no room: a seed makes the same bytes each time, and hashes them on their way. */
final class GeneratedData implements ImageData {
    private static final int BLOCK = 1 << 16;

    private final long sizeBytes;
    private final byte[] block = new byte[BLOCK];
    private final MessageDigest sha512;

    GeneratedData(long seed, long sizeBytes) {
        this.sizeBytes = sizeBytes;
        new SplittableRandom(seed).nextBytes(block);
        this.sha512 = newSha512();
    }

    static MessageDigest newSha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the hash of what was read, once. */
    String sha512() {
        return HexFormat.of().formatHex(sha512.digest());
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            private long given;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (given == sizeBytes) {
                    return -1;
                }
                int at = (int) (given % BLOCK);
                if (at == 0) {
                    // No two blocks are the same: each begins with its own offset.
                    for (int i = 0; i < Long.BYTES; i++) {
                        block[i] = (byte) (given >>> (8 * i));
                    }
                }
                int count = (int) Math.min(Math.min(length, BLOCK - at), sizeBytes - given);
                System.arraycopy(block, at, target, offset, count);
                sha512.update(block, at, count);
                given += count;
                return count;
            }
        };
    }

    @Override
    public OptionalLong sizeBytes() {
        return OptionalLong.of(sizeBytes);
    }

    @Override
    public boolean repeatable() {
        return false;
    }
}
