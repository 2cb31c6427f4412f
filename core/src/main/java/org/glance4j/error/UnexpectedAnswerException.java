package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** What came back is not what the Image API says: another content type, half a body, an unknown status code. */
public final class UnexpectedAnswerException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public UnexpectedAnswerException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
