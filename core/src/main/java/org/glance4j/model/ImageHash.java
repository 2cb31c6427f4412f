package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * The hash that the service keeps of an image's data ({@code os_hash_algo} and {@code os_hash_value}).
 *
 * @param algorithm the algorithm's name as the service writes it, such as {@code sha512}
 * @param value the hash in lower-case hexadecimal digits
 */
public record ImageHash(String algorithm, String value) {

    /** Refuses null. */
    public ImageHash {
        requireNonNull(algorithm, "algorithm");
        requireNonNull(value, "value");
    }
}
