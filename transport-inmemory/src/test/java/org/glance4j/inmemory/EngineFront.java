package org.glance4j.inmemory;

import java.util.function.UnaryOperator;
import org.glance4j.inmemory.internal.ImageEngine;

/** Lets tests of other packages stand between a service's doors and its engine. */
public final class EngineFront {
    private EngineFront() {}

    public static InMemoryImageService.Builder set(
            InMemoryImageService.Builder builder, UnaryOperator<ImageEngine> front) {
        return builder.front(front);
    }
}
