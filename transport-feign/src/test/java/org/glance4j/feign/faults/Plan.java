package org.glance4j.feign.faults;

import org.jspecify.annotations.Nullable;

/** Says what goes wrong, and hears what did. Safe for use by several threads. */
interface Plan {
    /** Lets every request through. */
    Plan HEALTHY = request -> null;

    /**
     * Returns what goes wrong with this request; null for nothing.
     *
     * @param request the request's head
     */
    @Nullable
    Injection on(RawRequest request);

    /** Returns whether a new connection is to be reset before anything of it is read. */
    default boolean resetsConnection() {
        return false;
    }

    /** Hears of a request before its answer leaves. */
    default void delivered(Delivery delivery) {}
}
