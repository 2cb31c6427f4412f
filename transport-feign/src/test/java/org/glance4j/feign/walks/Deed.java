package org.glance4j.feign.walks;

import java.io.IOException;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do to an image.
 *
 * @param words what it is, for whom a walk is printed
 * @param action how it is done
 */
record Deed(String words, Action action) {

    /** Does it, and returns what came of it. */
    @FunctionalInterface
    interface Action {
        @Nullable
        Object act(Ground ground, ImageTransport transport, ImageId image) throws IOException;
    }
}
