package org.glance4j.feign.config;

import static java.util.Objects.requireNonNull;

/**
 * One value of a {@link CloudConfig} as it may be shown.
 *
 * @param key its key in {@code clouds.yaml}, such as {@code auth.username} or {@code region_name}
 * @param value the value; four asterisks in the place of a secret, and of user and password in a URL
 * @param isSecret whether the value is a secret
 * @param source where it comes from: a file with a line, a variable, what the caller named, or {@code default}
 */
public record ConfigValue(String key, String value, boolean isSecret, String source) {
    /** Checks that all is there. */
    public ConfigValue {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        requireNonNull(source, "source");
    }
}
