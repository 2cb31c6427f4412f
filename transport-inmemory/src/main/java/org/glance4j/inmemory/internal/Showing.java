package org.glance4j.inmemory.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glance4j.auth.Caller;
import org.glance4j.model.Image;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.LocationValidation;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of where an image's data is: of a deactivated image only an admin sees anything.
 *
 * <p>Source: {@code glance/api/v2/images.py} (_format_image), 25.1.0.
 */
record Showing(Site site) {

    Image image(ImageRecord record, Caller caller) {
        return image(record, record.locations(), caller);
    }

    /** Returns the image with its locations in this order. */
    Image image(ImageRecord record, List<ImageLocation> ordered, Caller caller) {
        Image image = record.image();
        boolean isHidden = image.status() == ImageStatus.DEACTIVATED && !caller.isAdmin();
        List<ImageLocation> seen = isHidden ? List.of() : ordered;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (site.hasOpenLocations()) {
            fields.put("locations", seen.stream().map(Showing::plain).toList());
        }
        if (site.showsDirectUrl() && !seen.isEmpty()) {
            fields.put("direct_url", seen.get(0).url());
        }
        List<StoreId> stores = Locations.stores(seen);
        if (!stores.isEmpty()) {
            fields.put("stores", stores.stream().map(StoreId::value).collect(Collectors.joining(",")));
        }
        return fields.isEmpty() ? image : image.toBuilder().otherFields(fields).build();
    }

    private static Map<String, @Nullable Object> plain(ImageLocation location) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("url", location.url());
        plain.put("metadata", location.metadata());
        LocationValidation validation = location.validation();
        if (validation != null) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("os_hash_algo", validation.hash().algorithm());
            told.put("os_hash_value", validation.hash().value());
            if (validation.checksum() != null) {
                told.put("checksum", validation.checksum());
            }
            plain.put("validation_data", told);
        }
        return plain;
    }
}
