package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A patch replaces or removes a property that is not there, or changes locations where that does not go with the image's status or with
 * what is known of its data (409).
 */
public final class PropertyConflictException extends ConflictException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public PropertyConflictException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
