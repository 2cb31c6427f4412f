package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.refuse;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of an image's fields, and what the service lets a caller do with them.
 *
 * <p>Source: {@code glance/api/v2/images.py} (RequestDeserializer), 25.1.0.
 */
final class Fields {
    static final String LOCATIONS = "locations";

    private static final String RESERVED_PREFIX = "os_glance";

    private static final Set<String> STANDARD = Set.of(
            "name",
            "visibility",
            "protected",
            "os_hidden",
            "owner",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "tags",
            LOCATIONS);

    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "checksum",
            "size",
            "virtual_size",
            "created_at",
            "updated_at",
            "os_hash_algo",
            "os_hash_value",
            "direct_url",
            "self",
            "file",
            "schema",
            "stores");

    private static final Set<String> RESERVED = Set.of("location", "deleted", "deleted_at");

    private Fields() {}

    static boolean isStandard(String field) {
        return STANDARD.contains(field);
    }

    static boolean isReadOnly(String field) {
        return READ_ONLY.contains(field);
    }

    static boolean isReserved(String field) {
        return RESERVED.contains(field) || isServersOwn(field);
    }

    /** Counts the custom properties against the limit, to which the service's own names do not count. */
    static int counted(Collection<String> propertyNames) {
        return (int) propertyNames.stream().filter(name -> !isServersOwn(name)).count();
    }

    static Decision.Refused readOnly(String field) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.FIELD_READ_ONLY,
                "the field " + field + " is set by the service alone",
                "Attribute '" + field + "' is read-only.");
    }

    static Decision.Refused reserved(String field, @Nullable String preface) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.FIELD_RESERVED,
                "the field name " + field + " is reserved for the service",
                (preface == null ? "" : preface + " ") + "Attribute '" + field + "' is reserved.");
    }

    static Decision propertyLimit(int attempted, Limits limits) {
        return refuse(
                Refusal.TOO_LARGE,
                Rule.PROPERTY_LIMIT,
                "the image would have more custom properties than the service allows",
                "The limit has been exceeded on the number of allowed image properties. Attempted: " + attempted
                        + ", Maximum: " + limits.properties());
    }

    private static boolean isServersOwn(String field) {
        return field.startsWith(RESERVED_PREFIX);
    }
}
