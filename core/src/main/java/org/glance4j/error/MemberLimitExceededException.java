package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The image has as many members as the service allows (413). */
public final class MemberLimitExceededException extends LimitExceededException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public MemberLimitExceededException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
