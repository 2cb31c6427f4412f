package org.glance4j.data;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;

/**
 * Image data that has arrived whole.
 *
 * @param imageId the image
 * @param sizeBytes how many bytes there are
 * @param hash their hash, as it was computed on the way
 * @param verification whether that is the hash on the image's record
 * @param failedListener what the progress listener threw when it was last told; null where it threw nothing
 */
public record TransferResult(
        ImageId imageId,
        long sizeBytes,
        ImageHash hash,
        Verification verification,
        @Nullable RuntimeException failedListener) {

    /** Refuses null. */
    public TransferResult {
        requireNonNull(imageId, "imageId");
        requireNonNull(hash, "hash");
        requireNonNull(verification, "verification");
    }

    /**
     * Returns whether length and hash are those on the image's record.
     *
     * @return true if they are; anything else has to be accepted in the options
     */
    public boolean isVerified() {
        return verification == Verification.VERIFIED;
    }

    /**
     * Returns what the progress listener threw, after which it was not told any more.
     *
     * @return the exception, empty where it threw nothing
     */
    public Optional<RuntimeException> listenerFailure() {
        return Optional.ofNullable(failedListener);
    }
}
