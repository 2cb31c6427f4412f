package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/**
 * An image was made and its data was not imported, or is not what was sent, or was not compared with that to the end, which is {@link
 * Effect#APPLIED}; the message says what became of the image, and the cause why.
 */
public final class ImportFailedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ImportFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
