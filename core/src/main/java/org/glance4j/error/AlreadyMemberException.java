package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The project is a member of the image already (409). */
public final class AlreadyMemberException extends ConflictException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public AlreadyMemberException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
