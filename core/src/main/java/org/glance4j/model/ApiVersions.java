package org.glance4j.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The versions of the API that the service offers, in its order. A site leaves out those minor versions whose operations its
 * configuration does not offer: 2.8 and 2.10 to 2.13 without several stores, 2.14 and 2.16 without a cache.
 *
 * <p>Source: Image API v2, API versions; {@code glance/api/versions.py}, 25.1.0.
 *
 * @param versions the versions
 */
public record ApiVersions(List<ApiVersion> versions) {

    /** Copies the versions. */
    public ApiVersions {
        versions = List.copyOf(versions);
    }

    /**
     * Returns the highest minor version of v2 that is listed.
     *
     * @return the number, such as 16; empty where no version of v2 is listed
     */
    public OptionalInt highestMinor() {
        return minors().max();
    }

    /**
     * Returns whether a minor version of v2 is listed, in whatever status.
     *
     * @param minor the number, such as 16
     * @return true if it is
     */
    public boolean lists(int minor) {
        return minors().anyMatch(each -> each == minor);
    }

    private IntStream minors() {
        return versions.stream()
                .map(ApiVersion::minor)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt);
    }
}
