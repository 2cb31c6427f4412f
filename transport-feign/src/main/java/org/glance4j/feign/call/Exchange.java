package org.glance4j.feign.call;

import org.glance4j.feign.http.Attempt;

/**
 * What one attempt of a call does.
 *
 * @param <T> what the answer is
 */
@FunctionalInterface
public interface Exchange<T> {

    /**
     * Sends the request once and reads the answer.
     *
     * @param attempt where, with what, until when
     * @return the answer
     * @throws org.glance4j.feign.http.FailedAttempt if the request does not succeed
     */
    T attempt(Attempt attempt);

    /**
     * Returns whether the request can be sent again; asked after an attempt.
     *
     * @return true if its body is there again, from its first byte on
     */
    default boolean repeatable() {
        return true;
    }
}
