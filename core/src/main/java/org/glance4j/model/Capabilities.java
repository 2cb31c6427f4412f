package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What the service offers, going by the versions that it lists. Only operations that came after the first versions of v2, or
 * that a site has to be set up for, are ever missing; of the others every service is taken to have them.
 *
 * <p>A service may list a version and still refuse an operation of it, for its policies or its configuration.
 *
 * @param versions the versions that the service lists
 */
public record Capabilities(ApiVersions versions) {

    private static final int OF_CACHE = 14;

    private static final int OF_ONE_STORE = 9;

    /** The versions that are listed only where a site is set up for what they brought, however new the service is. */
    private static final Set<Integer> OF_SETTINGS = Set.of(OF_CACHE);

    /** Refuses null. */
    public Capabilities {
        requireNonNull(versions, "versions");
    }

    /**
     * Returns the minor version of v2 that brought an operation, where not every service can be taken to have it.
     *
     * <p>Source: Image API v2, the notes "Since Image API" of each call, and its version history.
     *
     * @param operation the operation
     * @return the number, such as 14; empty for an operation of the first versions
     */
    public static OptionalInt neededMinor(Operation operation) {
        return switch (operation) {
            case STAGE_DATA, IMPORT_IMAGE, LIST_IMPORT_METHODS -> OptionalInt.of(6);
            case LIST_STORES -> OptionalInt.of(8);
            case DELETE_FROM_STORE -> OptionalInt.of(10);
            case LIST_IMAGE_TASKS -> OptionalInt.of(12);
            case GET_USAGE -> OptionalInt.of(13);
            // Older services take the call for the one that replaces all tags.
            case LIST_STORE_DETAILS, ADD_METADEF_TAGS -> OptionalInt.of(15);
            case LIST_LOCATIONS, ADD_LOCATION -> OptionalInt.of(17);
            case LIST_CACHE, CACHE_IMAGE, UNCACHE_IMAGE, CLEAR_CACHE -> OptionalInt.of(OF_CACHE);
            default -> OptionalInt.empty();
        };
    }

    /**
     * Returns whether the service offers an operation.
     *
     * @param operation the operation
     * @return false if the versions say that it does not
     */
    public boolean supports(Operation operation) {
        OptionalInt needed = neededMinor(operation);
        if (needed.isEmpty() || versions.highestMinor().isEmpty()) {
            return true;
        }
        int minor = needed.getAsInt();
        if (operation == Operation.LIST_IMAGE_TASKS && versions.highestMinor().getAsInt() == OF_ONE_STORE) {
            // Releases that have the call list no more than this where they have one store.
            return true;
        }
        return OF_SETTINGS.contains(minor)
                ? versions.lists(minor)
                : versions.highestMinor().getAsInt() >= minor;
    }
}
