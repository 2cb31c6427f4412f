package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an image's data is, as the service's stores address it. Most services show none.
 *
 * <p>Source: Image API v2, update image and add location.
 *
 * @param url the address, at most 255 characters for a patch
 * @param metadata what the store says of it, as plain values; the service adds the store's id under {@code store}
 * @param validation what the data is known to be; null where that is not told
 */
public record ImageLocation(
        String url,
        Map<String, @Nullable Object> metadata,
        @Nullable LocationValidation validation) {
    private static final String FIELD = "locations";

    /** Copies the metadata. */
    public ImageLocation {
        requireNonNull(url, "url");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Returns the location with this address and nothing said of it.
     *
     * @param url the address
     * @return the location
     */
    public static ImageLocation at(String url) {
        return new ImageLocation(url, Map.of(), null);
    }

    /**
     * Returns the locations that an image shows.
     *
     * @param image the image
     * @return the locations in their order; empty where the service shows none, not even that there are none
     */
    public static Optional<List<ImageLocation>> of(Image image) {
        if (!(image.otherFields().get(FIELD) instanceof List<?> shown)) {
            return Optional.empty();
        }
        List<ImageLocation> locations = new ArrayList<>();
        for (Object each : shown) {
            if (each instanceof Map<?, ?> location && location.get("url") instanceof String url) {
                locations.add(new ImageLocation(url, plain(location.get("metadata")), validation(location)));
            }
        }
        return Optional.of(List.copyOf(locations));
    }

    private static Map<String, @Nullable Object> plain(@Nullable Object metadata) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (metadata instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        return values;
    }

    private static @Nullable LocationValidation validation(Map<?, ?> location) {
        return location.get("validation_data") instanceof Map<?, ?> data
                        && data.get("os_hash_algo") instanceof String algorithm
                        && data.get("os_hash_value") instanceof String value
                ? new LocationValidation(
                        new ImageHash(algorithm, value), data.get("checksum") instanceof String md5 ? md5 : null)
                : null;
    }

    /**
     * Returns the address that an image's data has in the service's first store, where the service shows it.
     *
     * @param image the image
     * @return the address, empty where it is not shown
     */
    public static Optional<String> directUrl(Image image) {
        return image.otherFields().get("direct_url") instanceof String url ? Optional.of(url) : Optional.empty();
    }

    /** Returns the values, the address without a user and a password. */
    @Override
    public String toString() {
        return "ImageLocation[url=" + Addresses.shown(url) + ", metadata=" + metadata + ", validation=" + validation
                + "]";
    }
}
