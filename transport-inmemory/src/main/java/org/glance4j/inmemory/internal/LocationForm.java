package org.glance4j.inmemory.internal;

import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.LocationChange;
import org.glance4j.model.LocationValidation;
import org.jspecify.annotations.Nullable;

/**
 * Checks the form of a change of locations. What is said of a location may be text, lists and maps; on anything else the service fails,
 * and here it is refused.
 *
 * <p>Source: {@code GET /v2/schemas/image}; {@code glance_store/backend.py} (check_location_metadata), 4.1.0.
 */
final class LocationForm {
    private static final int LONGEST_ALGORITHM = 64;
    private static final int LONGEST_HASH = 128;
    private static final int CHECKSUM = 32;

    private LocationForm() {}

    /** Returns what the service says against an operation on locations; null where it takes it. */
    static @Nullable String problem(ImagePatch.Operation operation) {
        Object value = operation.value();
        boolean isAll = operation.kind() == ImagePatch.Kind.REPLACE;
        if (value instanceof LocationChange change) {
            if (isAll) {
                return pointer("/locations/" + change.token());
            }
            return change.location() == null ? null : problem(change.location());
        }
        if (!isAll) {
            return pointer("/locations");
        }
        if (!(value instanceof List<?> list)) {
            return schema((value == null ? "None" : value) + " is not of type 'array'");
        }
        for (Object each : list) {
            String problem = each instanceof ImageLocation location
                    ? problem(location)
                    : schema("'" + each + "' is not of type 'object'");
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String problem(ImageLocation location) {
        if (ImageSchema.isLong(location.url())) {
            return schema("'" + location.url() + "' is too long");
        }
        LocationValidation validation = location.validation();
        if (validation != null) {
            String checksum = validation.checksum();
            if (checksum != null && checksum.length() != CHECKSUM) {
                return schema("'" + checksum + "' is too " + (checksum.length() < CHECKSUM ? "short" : "long"));
            }
            if (validation.hash().algorithm().length() > LONGEST_ALGORITHM) {
                return schema("'" + validation.hash().algorithm() + "' is too long");
            }
            if (validation.hash().value().length() > LONGEST_HASH) {
                return schema("'" + validation.hash().value() + "' is too long");
            }
        }
        return isPlain(location.metadata()) ? null : "The metadata of a location can be text, lists and maps only.";
    }

    private static boolean isPlain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(LocationForm::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(LocationForm::isPlain);
        }
        return value instanceof String;
    }

    private static String pointer(String pointer) {
        return "Invalid JSON pointer for this resource: '" + pointer + "'";
    }

    private static String schema(String problem) {
        return "Provided object does not match schema 'image': " + problem;
    }
}
