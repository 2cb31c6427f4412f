package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the data at a location is known to be, so that the service need not read it to say so.
 *
 * <p>Source: Image API v2, update image and add location ({@code validation_data}).
 *
 * @param hash the hash of the data
 * @param checksum its MD5 as 32 hexadecimal digits, which a patch has to tell; null for none
 */
public record LocationValidation(ImageHash hash, @Nullable String checksum) {

    /** Refuses null. */
    public LocationValidation {
        requireNonNull(hash, "hash");
    }
}
