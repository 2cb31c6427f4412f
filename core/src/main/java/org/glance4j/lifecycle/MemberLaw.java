package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.PERMITTED;
import static org.glance4j.lifecycle.Refusing.policyText;
import static org.glance4j.lifecycle.Refusing.refuse;

import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;

/**
 * What the service says to requests about members, in its order of checks: image found, image shared, and then, in the legacy
 * profile, right before membership, under secure RBAC membership before right; the wanted status last.
 *
 * <p>Source: {@code glance/api/v2/image_members.py}, {@code glance/api/v2/policy.py} (MemberAPIPolicy), {@code
 * glance/quota/__init__.py} (ImageMemberFactoryProxy), 25.1.0.
 */
final class MemberLaw {
    private MemberLaw() {}

    static Decision decide(MemberRequest request, Case at) {
        ImageId id = request.imageId();
        ImageFacts image = at.facts().image();
        if (image == null || !at.isFound()) {
            return Refusing.notFound(id, at, "Image " + id + " not found.");
        }
        if (request instanceof MemberRequest.Add add) {
            return add(add, image, at);
        }
        if (request instanceof MemberRequest.Get get) {
            return get(get, image, at);
        }
        if (request instanceof MemberRequest.Update update) {
            return update(update, image, at);
        }
        if (request instanceof MemberRequest.Remove remove) {
            return remove(remove, image, at);
        }
        return list(id, image, at);
    }

    private static Decision add(MemberRequest.Add request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        String notAllowed = "Not allowed to create members for image " + id + ".";
        if (!image.isShared()) {
            return notShared(Refusal.FORBIDDEN, id, notAllowed);
        }
        if (!at.mayRead(image)) {
            return Refusing.unreadable(id, at);
        }
        if (!at.mayChange(image)) {
            String text = at.isLegacy() ? notAllowed : policyText("add_member");
            return at.owns(image) ? Refusing.cannotWrite(id, text) : onlyOwner(id, text);
        }
        int attempted = at.facts().memberCount() + 1;
        int maximum = at.facts().limits().members();
        if (Limits.exceeds(attempted, maximum)) {
            return refuse(
                    Refusal.TOO_LARGE,
                    Rule.MEMBER_LIMIT,
                    "image " + id + " has as many members as the service allows",
                    "Image member limit exceeded for image " + id
                            + ": The limit has been exceeded on the number of allowed image members for this image."
                            + " Attempted: " + attempted + ", Maximum: " + maximum + ":");
        }
        if (at.facts().targetMembership() != null) {
            return refuse(
                    Refusal.CONFLICT,
                    Rule.ALREADY_MEMBER,
                    "project " + request.memberId() + " is a member of image " + id + " already",
                    "Member " + request.memberId() + " is duplicated for image " + id);
        }
        return PERMITTED;
    }

    private static Decision get(MemberRequest.Get request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        if (!image.isShared()) {
            return notShared(Refusal.NOT_FOUND, id, "Only shared images have members.");
        }
        return row(id, request.memberId(), image, at);
    }

    private static Decision list(ImageId id, ImageFacts image, Case at) {
        if (!image.isShared()) {
            return notShared(
                    Refusal.FORBIDDEN,
                    id,
                    "Not allowed to list members for image " + id + ": Only shared images have members.");
        }
        return at.mayRead(image) ? PERMITTED : Refusing.unreadable(id, at);
    }

    private static Decision update(MemberRequest.Update request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        String notAllowed = "Not allowed to update members for image " + id + ".";
        if (!image.isShared()) {
            return notShared(Refusal.FORBIDDEN, id, notAllowed);
        }
        if (at.isLegacy() && at.owns(image) && !at.caller().isAdmin()) {
            return onlyConsumer(request.memberId(), at, notAllowed);
        }
        Decision row = row(id, request.memberId(), image, at);
        if (row instanceof Decision.Refused) {
            return row;
        }
        if (!at.isLegacy() && !at.caller().isAdmin()) {
            String text = policyText("modify_member");
            if (at.owns(image)) {
                return onlyConsumer(request.memberId(), at, text);
            }
            if (!at.hasRole(Role.MEMBER)) {
                return Refusing.cannotWrite(id, text);
            }
        }
        if (MemberStatus.of(request.statusWord()) == MemberStatus.UNRECOGNIZED) {
            return refuse(
                    Refusal.BAD_REQUEST,
                    Rule.MEMBER_STATUS_UNKNOWN,
                    "a member's status is pending, accepted or rejected, not '" + request.statusWord() + "'",
                    "Incorrect request: Status must be \"pending\", \"accepted\" or \"rejected\".");
        }
        return PERMITTED;
    }

    private static Decision remove(MemberRequest.Remove request, ImageFacts image, Case at) {
        ImageId id = request.imageId();
        String notAllowed = "Not allowed to delete members for image " + id + ".";
        if (!image.isShared()) {
            return notShared(Refusal.FORBIDDEN, id, notAllowed);
        }
        if (at.isLegacy() && !at.mayChange(image)) {
            return notRemovable(request, image, at, notAllowed);
        }
        Decision row = row(id, request.memberId(), image, at);
        if (row instanceof Decision.Refused) {
            return row;
        }
        return at.mayChange(image) ? PERMITTED : notRemovable(request, image, at, policyText("delete_member"));
    }

    private static Decision notRemovable(MemberRequest.Remove request, ImageFacts image, Case at, String text) {
        if (at.owns(image)) {
            return Refusing.cannotWrite(request.imageId(), text);
        }
        if (at.caller().project().equals(request.memberId()) && at.facts().targetMembership() != null) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.MEMBER_CANNOT_LEAVE,
                    "a member cannot leave image " + request.imageId()
                            + "; it can reject it, and the owner can remove it",
                    text);
        }
        return onlyOwner(request.imageId(), text);
    }

    /** Finds the membership that the request addresses; a caller finds its own, owners and admins find all. */
    private static Decision row(ImageId id, ProjectId memberId, ImageFacts image, Case at) {
        if (!at.mayRead(image)) {
            return Refusing.unreadable(id, at);
        }
        String text = memberId + " not found in the member list of the image " + id + ".";
        if (at.facts().targetMembership() == null) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.MEMBER_NOT_FOUND,
                    "project " + memberId + " is no member of image " + id,
                    text);
        }
        if (!Access.seesMember(image, memberId, at.caller())) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.MEMBER_NOT_VISIBLE,
                    "whether project " + memberId + " is a member of image " + id
                            + " is shown to it and to the owner only",
                    text);
        }
        return PERMITTED;
    }

    private static Decision notShared(Refusal refusal, ImageId id, String text) {
        return refuse(
                refusal,
                Rule.IMAGE_NOT_SHARED,
                "image " + id + " is not shared, and only shared images have members",
                text);
    }

    private static Decision onlyOwner(ImageId id, String text) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.ONLY_OWNER_CHANGES_MEMBERS,
                "only the owner of image " + id + " or an admin can add and remove its members",
                text);
    }

    private static Decision onlyConsumer(ProjectId memberId, Case at, String text) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.ONLY_CONSUMER_SETS_STATUS,
                at.caller().project().equals(memberId)
                        ? "the owner cannot change a member's status, not even its own; an admin can"
                        : "the owner cannot change a member's status; the consumer " + memberId + " can",
                text);
    }
}
