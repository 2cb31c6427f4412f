package org.glance4j.error;

import java.util.Optional;
import org.glance4j.model.ImageStatus;
import org.jspecify.annotations.Nullable;

/**
 * An upload ended without the service's answer, and a look at the image did not find the data there. Its {@link #effect()} says
 * what is known now; its cause is how the upload ended.
 */
public final class UploadCutException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    private final @Nullable ImageStatus imageStatus;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param imageStatus the image's status after the upload; null where it could not be read
     * @param cause how the upload ended
     */
    public UploadCutException(Failure failure, @Nullable ImageStatus imageStatus, @Nullable Throwable cause) {
        super(failure, cause);
        this.imageStatus = imageStatus;
    }

    /**
     * Returns the image's status after the upload: {@code queued} if it takes data again.
     *
     * @return the status, empty where it could not be read
     */
    public Optional<ImageStatus> imageStatus() {
        return Optional.ofNullable(imageStatus);
    }
}
