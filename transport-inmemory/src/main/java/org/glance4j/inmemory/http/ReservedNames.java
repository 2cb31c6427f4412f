package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The attributes that a request may not name. Source: {@code glance/api/v2/images.py} (RequestDeserializer), 25.1.0. */
final class ReservedNames {
    /** Refused at create even before the schema is looked at. */
    private static final List<String> DISALLOWED = List.of("direct_url", "self", "file", "schema", "stores");

    /** Refused at create once the schema holds. */
    private static final List<String> SET_BY_SERVICE = List.of(
            "status", "checksum", "size", "virtual_size", "created_at", "updated_at", "os_hash_algo", "os_hash_value");

    private static final Set<String> READ_ONLY = Set.of(
            "created_at",
            "updated_at",
            "status",
            "checksum",
            "size",
            "virtual_size",
            "direct_url",
            "self",
            "file",
            "schema",
            "id",
            "os_hash_algo",
            "os_hash_value",
            "stores");

    private ReservedNames() {}

    static void refuseDisallowed(JsonNode image) {
        DISALLOWED.stream().filter(image::has).findFirst().ifPresent(name -> {
            throw readOnly(name);
        });
    }

    static void refuseSetByService(JsonNode image) {
        SET_BY_SERVICE.stream().filter(image::has).findFirst().ifPresent(name -> {
            throw readOnly(name);
        });
        if (image.has("locations")) {
            throw reserved("locations");
        }
    }

    static void refuseReserved(String name) {
        if (Set.of("location", "deleted", "deleted_at").contains(name) || name.startsWith("os_glance")) {
            throw reserved(name);
        }
    }

    static void refuseInPatch(String name) {
        if (READ_ONLY.contains(name)) {
            throw readOnly(name);
        }
        refuseReserved(name);
    }

    private static RefusedRequest readOnly(String name) {
        return RefusedRequest.forbidden("Attribute '" + name + "' is read-only.");
    }

    private static RefusedRequest reserved(String name) {
        return RefusedRequest.forbidden("Access was denied to this resource. Attribute '" + name + "' is reserved.");
    }
}
