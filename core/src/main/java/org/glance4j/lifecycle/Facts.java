package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.MemberStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is the case at the service when a request arrives. Start from {@link #NOTHING} or {@link #of} and add what the request needs.
 *
 * @param image the image that the request addresses; null where there is none, or none any more
 * @param callerMembership the status of the caller's project as a member of the image; null where it is none
 * @param targetMembership the status of the member that the request addresses; null where there is no such member
 * @param memberCount how many members the image has
 * @param idTaken whether an image of the id that a request to create asks for is there, or once was
 * @param limits how many members, tags and properties an image may have
 * @param imports what matters to imports and stores
 * @param locations what matters to locations
 */
public record Facts(
        @Nullable ImageFacts image,
        @Nullable MemberStatus callerMembership,
        @Nullable MemberStatus targetMembership,
        int memberCount,
        boolean idTaken,
        Limits limits,
        ImportFacts imports,
        LocationFacts locations) {

    /** No image, no members, the service's default limits. */
    public static final Facts NOTHING =
            new Facts(null, null, null, 0, false, Limits.DEFAULTS, ImportFacts.NOTHING, LocationFacts.CLOSED);

    /** Refuses null. */
    public Facts {
        requireNonNull(limits, "limits");
        requireNonNull(imports, "imports");
        requireNonNull(locations, "locations");
    }

    /**
     * Returns the facts of an image without members, at the service's default limits.
     *
     * @param image the image
     * @return the facts
     */
    public static Facts of(ImageFacts image) {
        return NOTHING.withImage(image);
    }

    /**
     * Returns these facts with another image.
     *
     * @param value the image; null for none
     * @return the facts
     */
    public Facts withImage(@Nullable ImageFacts value) {
        return new Facts(value, callerMembership, targetMembership, memberCount, idTaken, limits, imports, locations);
    }

    /**
     * Returns these facts with the caller's project as a member.
     *
     * @param value the membership's status; null where it is no member
     * @return the facts
     */
    public Facts withCallerMembership(@Nullable MemberStatus value) {
        return new Facts(image, value, targetMembership, memberCount, idTaken, limits, imports, locations);
    }

    /**
     * Returns these facts with the addressed project as a member.
     *
     * @param value the membership's status; null where it is no member
     * @return the facts
     */
    public Facts withTargetMembership(@Nullable MemberStatus value) {
        return new Facts(image, callerMembership, value, memberCount, idTaken, limits, imports, locations);
    }

    /**
     * Returns these facts with another number of members.
     *
     * @param value how many members the image has
     * @return the facts
     */
    public Facts withMemberCount(int value) {
        return new Facts(image, callerMembership, targetMembership, value, idTaken, limits, imports, locations);
    }

    /**
     * Returns these facts with the wanted id in use or free.
     *
     * @param value whether it is, or once was, in use
     * @return the facts
     */
    public Facts withIdTaken(boolean value) {
        return new Facts(image, callerMembership, targetMembership, memberCount, value, limits, imports, locations);
    }

    /**
     * Returns these facts with other limits.
     *
     * @param value the limits
     * @return the facts
     */
    public Facts withLimits(Limits value) {
        return new Facts(image, callerMembership, targetMembership, memberCount, idTaken, value, imports, locations);
    }

    /**
     * Returns these facts with others about imports and stores.
     *
     * @param value the facts
     * @return all facts
     */
    public Facts withImports(ImportFacts value) {
        return new Facts(image, callerMembership, targetMembership, memberCount, idTaken, limits, value, locations);
    }

    /**
     * Returns these facts with others about locations.
     *
     * @param value the facts
     * @return all facts
     */
    public Facts withLocations(LocationFacts value) {
        return new Facts(image, callerMembership, targetMembership, memberCount, idTaken, limits, imports, value);
    }
}
