package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The namespace, or the object, property, tag or resource type in it, is not there, or the caller does not see the namespace (404). */
public final class MetadefNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public MetadefNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
