package org.glance4j.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glance4j.model.ImageHash;

/** Finds hash functions by the names that the service gives them, which are those of Python's {@code hashlib}. */
final class Digests {
    static final String SHA512 = "sha512";
    static final String MD5 = "md5";

    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry(MD5, "MD5"),
            Map.entry("sha1", "SHA-1"),
            Map.entry("sha224", "SHA-224"),
            Map.entry("sha256", "SHA-256"),
            Map.entry("sha384", "SHA-384"),
            Map.entry(SHA512, "SHA-512"),
            Map.entry("sha512_224", "SHA-512/224"),
            Map.entry("sha512_256", "SHA-512/256"),
            Map.entry("sha3_224", "SHA3-224"),
            Map.entry("sha3_256", "SHA3-256"),
            Map.entry("sha3_384", "SHA3-384"),
            Map.entry("sha3_512", "SHA3-512"),
            Map.entry("blake2b", "BLAKE2B-512"),
            Map.entry("blake2s", "BLAKE2S-256"));

    private Digests() {}

    /** Returns a new digest, empty where the name is not known or no security provider has it. */
    static Optional<MessageDigest> find(String algorithm) {
        String name = JAVA_NAMES.get(algorithm.toLowerCase(Locale.ROOT));
        if (name == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException absent) {
            return Optional.empty();
        }
    }

    /** Returns a new digest of an algorithm that has been found before. */
    static MessageDigest get(String algorithm) {
        return find(algorithm).orElseThrow(() -> new IllegalStateException("this Java has no longer " + algorithm));
    }

    static ImageHash hash(String algorithm, byte[] digest) {
        return new ImageHash(algorithm, HexFormat.of().formatHex(digest));
    }
}
