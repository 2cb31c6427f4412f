package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** A listing was ended because a page held nothing that earlier pages had not. */
public final class ListingNotAdvancingException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ListingNotAdvancingException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
