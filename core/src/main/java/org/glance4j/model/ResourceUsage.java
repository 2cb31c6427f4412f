package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * How much the caller's project uses of something that is limited.
 *
 * <p>Source: Image API v2, quota usage; {@code glance/api/v2/discovery.py} (get_usage), 25.1.0.
 *
 * @param resource what is limited, such as {@code image_size_total}; the service says in which unit
 * @param usage how much there is
 * @param limit how much there may be; negative for any amount
 */
public record ResourceUsage(String resource, long usage, long limit) {

    /** Refuses null. */
    public ResourceUsage {
        requireNonNull(resource, "resource");
    }

    /**
     * Returns whether there is a limit at all.
     *
     * @return true if there is
     */
    public boolean isLimited() {
        return limit >= 0;
    }
}
