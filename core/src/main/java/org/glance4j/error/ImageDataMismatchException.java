package org.glance4j.error;

import java.util.Optional;
import org.glance4j.model.ImageHash;
import org.jspecify.annotations.Nullable;

/**
 * Image data is not what the image's record says. Of a download nothing is left under the file's name; of an upload the service
 * holds data that are not those that were sent.
 */
public final class ImageDataMismatchException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable ImageHash recorded;
    private final transient @Nullable ImageHash found;

    /**
     * Makes the exception.
     *
     * @param failure what is known; its advice names both sides
     * @param recorded the hash on the image's record; null where it is the length that tells
     * @param found the hash of the data that came or went; null where it is the length that tells
     * @param cause what it came from; null for none
     */
    public ImageDataMismatchException(
            Failure failure, @Nullable ImageHash recorded, @Nullable ImageHash found, @Nullable Throwable cause) {
        super(failure, cause);
        this.recorded = recorded;
        this.found = found;
    }

    /**
     * Returns the hash on the image's record.
     *
     * @return the hash, empty where it is the length that tells
     */
    public Optional<ImageHash> recorded() {
        return Optional.ofNullable(recorded);
    }

    /**
     * Returns the hash of the data that came or went, by the same algorithm.
     *
     * @return the hash, empty where it is the length that tells
     */
    public Optional<ImageHash> found() {
        return Optional.ofNullable(found);
    }
}
