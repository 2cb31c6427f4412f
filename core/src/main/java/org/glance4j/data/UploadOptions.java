package org.glance4j.data;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * How data is uploaded.
 *
 * @param progress who hears how far it is
 * @param acceptsUnverified whether an upload succeeds that could not be compared with the image's record
 * @param hashAlgorithm what the data is hashed with while it is sent, as the service writes it; the record names its algorithm only
 *     afterwards
 * @param store which store is to hold the data; null for the site's default
 */
public record UploadOptions(
        ProgressListener progress,
        boolean acceptsUnverified,
        String hashAlgorithm,
        @Nullable StoreId store) {

    /** Refuses an algorithm that this Java has not. */
    public UploadOptions {
        requireNonNull(progress, "progress");
        if (Digests.find(hashAlgorithm).isEmpty()) {
            throw new IllegalArgumentException("this Java has no hash algorithm " + hashAlgorithm);
        }
    }

    /**
     * Returns the options of an upload that has to be verified, is hashed with {@code sha512}, and that nobody watches.
     *
     * @return the options
     */
    public static UploadOptions defaults() {
        return new UploadOptions(ProgressListener.none(), false, Digests.SHA512, null);
    }

    /**
     * Returns these options with somebody who hears how far it is.
     *
     * @param listener who
     * @return the options
     */
    public UploadOptions progress(ProgressListener listener) {
        return new UploadOptions(listener, acceptsUnverified, hashAlgorithm, store);
    }

    /**
     * Returns these options for an upload that succeeds even if it could not be compared; {@link TransferResult#verification()}
     * says why then. Data that differs is still an error.
     *
     * @return the options
     */
    public UploadOptions acceptUnverified() {
        return new UploadOptions(progress, true, hashAlgorithm, store);
    }

    /**
     * Returns these options with another algorithm, for a cloud that is known not to use {@code sha512}: data that can be read
     * once is hashed with no other.
     *
     * @param algorithm the algorithm as the service writes it, such as {@code sha256}
     * @return the options
     * @throws IllegalArgumentException if this Java has no such algorithm
     */
    public UploadOptions hashAlgorithm(String algorithm) {
        return new UploadOptions(progress, acceptsUnverified, algorithm, store);
    }

    /**
     * Returns these options for data that a store of the caller's choice is to hold.
     *
     * @param wanted the store
     * @return the options
     */
    public UploadOptions store(StoreId wanted) {
        return new UploadOptions(progress, acceptsUnverified, hashAlgorithm, requireNonNull(wanted, "wanted"));
    }
}
