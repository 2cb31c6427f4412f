package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The name is taken: there is such a namespace, or such an object, property, tag or resource type in it (409). */
public final class MetadefAlreadyExistsException extends ConflictException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public MetadefAlreadyExistsException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
