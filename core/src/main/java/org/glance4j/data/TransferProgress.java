package org.glance4j.data;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import org.glance4j.model.ImageId;

/**
 * How far a transfer has come.
 *
 * @param imageId the image
 * @param bytes how many bytes have arrived or left; less than before where an upload begins again
 * @param totalBytes how many there will be, empty where that is not known
 * @param bytesPerSecond how many moved in a second on average since the transfer began; 0 while no time has passed
 */
public record TransferProgress(ImageId imageId, long bytes, OptionalLong totalBytes, double bytesPerSecond) {

    /** Refuses null. */
    public TransferProgress {
        requireNonNull(imageId, "imageId");
        requireNonNull(totalBytes, "totalBytes");
    }
}
