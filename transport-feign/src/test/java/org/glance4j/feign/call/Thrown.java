package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.ImageServiceException;

/** What a call throws that fails. */
final class Thrown {
    private Thrown() {}

    static ImageServiceException by(ThrowingCallable call) {
        return catchThrowableOfType(ImageServiceException.class, call);
    }
}
