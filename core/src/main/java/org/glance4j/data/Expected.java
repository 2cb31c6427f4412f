package org.glance4j.data;

import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.jspecify.annotations.Nullable;

/**
 * What an image's record says of its data.
 *
 * @param sizeBytes the length; null where the record does not say
 * @param hash the hash to compare with, of an algorithm that this Java has; null for none
 * @param onMatch what it means that the data agrees with all of this
 */
record Expected(@Nullable Long sizeBytes, @Nullable ImageHash hash, Verification onMatch) {

    /** MD5 counts only where there is no other hash: where there is one that cannot be computed, it is compared and does not do. */
    static Expected of(Image image) {
        ImageHash hash = image.hash();
        if (hash != null && Digests.find(hash.algorithm()).isPresent()) {
            return new Expected(image.sizeBytes(), hash, Verification.VERIFIED);
        }
        String md5 = image.checksum();
        if (md5 != null && Digests.find(Digests.MD5).isPresent()) {
            Verification onMatch = hash == null ? Verification.VERIFIED : Verification.UNKNOWN_ALGORITHM;
            return new Expected(image.sizeBytes(), new ImageHash(Digests.MD5, md5), onMatch);
        }
        return new Expected(
                image.sizeBytes(), null, hash == null ? Verification.NO_HASH : Verification.UNKNOWN_ALGORITHM);
    }

    /** Returns what the record says of a part of the data: how long it is. */
    static Expected of(Part part) {
        return new Expected(part.sizeBytes(), null, Verification.PART);
    }

    /** Returns what to hash with; where there is nothing to compare, the result is for the caller. */
    String algorithm() {
        return hash == null ? Digests.SHA512 : hash.algorithm();
    }

    /** Returns whether a hash by {@link #algorithm()} is the one on record, or there is none. */
    boolean matches(ImageHash found) {
        return hash == null || hash.value().equalsIgnoreCase(found.value());
    }
}
