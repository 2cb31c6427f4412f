package org.glance4j.lifecycle;

import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which image. Seeing is not the same as being permitted: what is not seen is <em>not found</em>, what is seen and not
 * permitted is <em>forbidden</em>.
 *
 * <p>Source: {@code glance/db/utils.py} (is_image_visible), {@code glance/db/sqlalchemy/api.py} (_select_images_query,
 * image_get_all, _image_member_find), {@code glance/policies/base.py}, 25.1.0.
 */
public final class Access {
    private static final String ANY = "all";

    private Access() {}

    /**
     * Returns the part that a caller plays towards an image.
     *
     * @param image the image
     * @param callerMembership the caller's membership; null where it has none
     * @param caller the caller
     * @return the part
     */
    public static Actor actorOf(ImageFacts image, @Nullable MemberStatus callerMembership, Caller caller) {
        if (caller.isAdmin()) {
            return Actor.ADMIN;
        }
        if (image.isOwnedBy(caller.project())) {
            return Actor.OWNER;
        }
        return callerMembership == null ? Actor.BYSTANDER : Actor.MEMBER;
    }

    /**
     * Returns whether a request for the image by its id finds it. The membership's status does not matter, and it counts
     * only while the image is shared.
     *
     * @param image the image
     * @param callerMembership the caller's membership; null where it has none
     * @param caller the caller
     * @param profile the service's rules
     * @return true if the caller sees it
     */
    public static boolean isVisible(
            ImageFacts image, @Nullable MemberStatus callerMembership, Caller caller, Profile profile) {
        return isFound(image, callerMembership, caller) && mayRead(image, caller, profile);
    }

    /**
     * Returns whether a list of images, otherwise unrestricted, holds the image.
     *
     * @param image the image
     * @param callerMembership the caller's membership; null where it has none
     * @param caller the caller
     * @param profile the service's rules
     * @param visibilityWord the visibility to list, or {@code all}; null for the default
     * @param memberStatusWord the membership status that images shared with the caller must have, or {@code all}; null for the
     *     default, {@code accepted}
     * @return true if it does
     */
    public static boolean isListed(
            ImageFacts image,
            @Nullable MemberStatus callerMembership,
            Caller caller,
            Profile profile,
            @Nullable String visibilityWord,
            @Nullable String memberStatusWord) {
        return isThere(image)
                && image.status() != ImageStatus.KILLED
                && mayRead(image, caller, profile)
                && isOfKind(image, caller, visibilityWord)
                && (caller.isAdmin()
                        || image.visibility() == Visibility.PUBLIC
                        || image.visibility() == Visibility.COMMUNITY
                        || image.isOwnedBy(caller.project())
                        || (image.isShared() && hasStatus(callerMembership, memberStatusWord)));
    }

    /**
     * Returns whether the members that a caller is shown of an image it sees hold this one: all for its owner and admins, its
     * own for everyone else.
     *
     * @param image the image
     * @param memberId the member
     * @param caller the caller
     * @return true if they do
     */
    public static boolean seesMember(ImageFacts image, ProjectId memberId, Caller caller) {
        return caller.isAdmin()
                || image.isOwnedBy(caller.project())
                || caller.project().equals(memberId);
    }

    /**
     * Returns whether the service's database gives an image out to a caller, which is its half of seeing: alike in both profiles.
     *
     * @param image the image; null for none
     * @param callerMembership the caller's membership; null where it has none
     * @param caller the caller
     * @return true if it does
     */
    public static boolean isFound(@Nullable ImageFacts image, @Nullable MemberStatus callerMembership, Caller caller) {
        return image != null
                && isThere(image)
                && (caller.isAdmin()
                        || image.owner() == null
                        || image.visibility() == Visibility.PUBLIC
                        || image.visibility() == Visibility.COMMUNITY
                        || image.isOwnedBy(caller.project())
                        || (image.isShared() && callerMembership != null));
    }

    /** The policies' half of seeing (get_image): nothing in the legacy profile. */
    static boolean mayRead(ImageFacts image, Caller caller, Profile profile) {
        return profile == Profile.LEGACY
                || caller.isAdmin()
                || (hasRole(caller, Role.READER) && isOpenTo(image, caller));
    }

    /** The policy download_image. */
    static boolean mayDownload(ImageFacts image, Caller caller, Profile profile) {
        return profile == Profile.LEGACY
                || caller.isAdmin()
                || (hasRole(caller, Role.MEMBER) && isOpenTo(image, caller));
    }

    /** Every policy that changes an image or adds and removes its members; in the legacy profile the checks in the code. */
    static boolean mayChange(ImageFacts image, Caller caller, Profile profile) {
        return caller.isAdmin()
                || (image.isOwnedBy(caller.project()) && (profile == Profile.LEGACY || hasRole(caller, Role.MEMBER)));
    }

    static boolean hasRole(Caller caller, Role role) {
        return caller.roles().contains(role);
    }

    /** A shared image was found because its project owns it or is a member, so the policies take every shared one. */
    private static boolean isOpenTo(ImageFacts image, Caller caller) {
        return image.visibility() != Visibility.PRIVATE || image.isOwnedBy(caller.project());
    }

    static boolean isThere(ImageFacts image) {
        return image.status() != ImageStatus.DELETED && image.status() != ImageStatus.PENDING_DELETE;
    }

    private static boolean isOfKind(ImageFacts image, Caller caller, @Nullable String visibilityWord) {
        if (visibilityWord == null) {
            return image.visibility() != Visibility.COMMUNITY || image.isOwnedBy(caller.project());
        }
        return visibilityWord.equals(ANY)
                || (image.visibility() != Visibility.UNRECOGNIZED
                        && image.visibility().word().equals(visibilityWord));
    }

    private static boolean hasStatus(@Nullable MemberStatus membership, @Nullable String word) {
        if (membership == null || ANY.equals(word)) {
            return membership != null;
        }
        return membership == MemberStatus.of(word == null ? MemberStatus.ACCEPTED.word() : word);
    }
}
