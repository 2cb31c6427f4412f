package org.glance4j.inmemory.http;

import java.util.Optional;
import java.util.stream.Stream;

/** The two media types of a patch. */
enum PatchDialect {
    /** The member named by the operation holds the pointer; adding what is there is a conflict. */
    V2_0("application/openstack-images-v2.0-json-patch"),
    /** {@code op}, {@code path} and {@code value}. */
    V2_1("application/openstack-images-v2.1-json-patch");

    /** Both, as the field {@code Accept-Patch} lists them. */
    static final String ALL = V2_0.mediaType + ", " + V2_1.mediaType;

    private final String mediaType;

    PatchDialect(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<PatchDialect> of(String mediaType) {
        return Stream.of(values())
                .filter(dialect -> dialect.mediaType.equals(mediaType))
                .findFirst();
    }
}
