package org.glance4j.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.LocationChange;

/**
 * What a patch of locations may have met at a site of which it is not known whether they are open: one thing at a time that may refuse
 * it.
 */
final class Places {
    /** Stand-ins for addresses that are not known. No location has these. */
    private static final ImageLocation SOME = ImageLocation.at("\u0000some");

    private static final ImageLocation OTHER = ImageLocation.at("\u0000other");
    private static final ImageHash UNLIKE = new ImageHash("\u0000", "\u0000");
    private static final int MANY = 10;

    private Places() {}

    static List<LocationFacts> of(ImageRequest request) {
        if (!(request instanceof ImageRequest.Update update)
                || update.patch().operations().stream()
                        .noneMatch(each -> each.field().equals(Fields.LOCATIONS))) {
            return List.of(LocationFacts.CLOSED);
        }
        List<ImageLocation> named = named(update.patch());
        Set<String> usable = new LinkedHashSet<>();
        named.forEach(each -> usable.add(each.url()));
        List<ImageLocation> many = IntStream.range(0, MANY)
                .mapToObj(n -> ImageLocation.at("\u0000" + n))
                .toList();
        List<LocationFacts> places = new ArrayList<>(List.of(LocationFacts.CLOSED));
        for (List<ImageLocation> there :
                List.of(List.<ImageLocation>of(), List.of(SOME), List.of(SOME, OTHER), many, List.copyOf(named))) {
            places.add(new LocationFacts(true, there, usable, null, null, null));
        }
        places.add(new LocationFacts(true, List.of(), Set.of(), null, null, null));
        places.add(new LocationFacts(true, List.of(), usable, null, null, UNLIKE));
        return places;
    }

    private static List<ImageLocation> named(ImagePatch patch) {
        List<ImageLocation> named = new ArrayList<>();
        for (ImagePatch.Operation operation : patch.operations()) {
            if (operation.value() instanceof LocationChange change && change.location() != null) {
                named.add(change.location());
            } else if (operation.field().equals(Fields.LOCATIONS) && operation.value() instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof ImageLocation location) {
                        named.add(location);
                    }
                }
            }
        }
        return named;
    }
}
