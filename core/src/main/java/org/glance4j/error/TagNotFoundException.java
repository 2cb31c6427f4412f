package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The image does not hold the tag, or the caller does not see the image (404). */
public final class TagNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public TagNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
