package org.glance4j.inmemory.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes that the service keeps of an image's data, computed while it passes. Not safe for use by several threads. */
final class DataHashes {
    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha512 = digest("SHA-512");

    void update(byte[] bytes, int offset, int length) {
        md5.update(bytes, offset, length);
        sha512.update(bytes, offset, length);
    }

    /** Returns the MD5 of all there was, and starts again. */
    String md5() {
        return HexFormat.of().formatHex(md5.digest());
    }

    /** Returns the SHA-512 of all there was, and starts again. */
    String sha512() {
        return HexFormat.of().formatHex(sha512.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no " + algorithm, e);
        }
    }
}
