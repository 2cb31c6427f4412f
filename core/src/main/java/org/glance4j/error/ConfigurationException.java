package org.glance4j.error;

import org.jspecify.annotations.Nullable;

/** The client is not set up in a way that can work: no endpoint, say, or more than one. */
public final class ConfigurationException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param cause what it came from; null for none
     */
    public ConfigurationException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
