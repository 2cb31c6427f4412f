package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The project is not a member of the image, or the caller sees neither (404). */
public final class MemberNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public MemberNotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
