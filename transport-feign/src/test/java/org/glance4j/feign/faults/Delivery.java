package org.glance4j.feign.faults;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request at the server.
 *
 * @param request its head
 * @param body its body as text, one character for each byte; null where it was not read to its end
 * @param injection what went wrong with it; null where nothing did
 * @param serviceStatus what the service behind the server answered; null where it was not asked
 */
record Delivery(
        RawRequest request,
        @Nullable String body,
        @Nullable Injection injection,
        @Nullable Integer serviceStatus) {

    boolean complete() {
        return body != null;
    }

    /** Returns whether the service did what was asked. */
    boolean applied() {
        return serviceStatus != null && serviceStatus >= 200 && serviceStatus < 300;
    }
}
