package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What matters to the rules of an image's locations.
 *
 * @param isOpen whether the site shows locations, and lets a patch change them
 * @param locations the image's locations
 * @param usable the addresses under which data is found that the site would take
 * @param store the store that such addresses belong to; null where the site has one store, without a name
 * @param checksum the image's MD5; null where it is not known
 * @param hash the image's hash; null where it is not known
 */
public record LocationFacts(
        boolean isOpen,
        List<ImageLocation> locations,
        Set<String> usable,
        @Nullable StoreId store,
        @Nullable String checksum,
        @Nullable ImageHash hash) {

    /** Locations are closed, the service's default. */
    public static final LocationFacts CLOSED = new LocationFacts(false, List.of(), Set.of(), null, null, null);

    /** Copies the collections, and refuses null. */
    public LocationFacts {
        requireNonNull(locations, "locations");
        locations = List.copyOf(locations);
        usable = Set.copyOf(usable);
    }
}
