package org.glance4j.lifecycle;

import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;

/** The refusals that more than one law shares. */
final class Refusing {
    static final Decision PERMITTED = new Decision.Permitted();

    /** What webob says where Glance says nothing of its own. */
    static final String NOT_FOUND_TEXT = "The resource could not be found.";

    private Refusing() {}

    static Decision.Refused refuse(Refusal refusal, Rule rule, String why, String serviceText) {
        return new Decision.Refused(refusal, new Explanation(rule, why), serviceText);
    }

    /** The database does not give the image out. */
    static Decision.Refused notFound(ImageId id, Case at, String serviceText) {
        return isThere(at)
                ? notVisible(id, at, serviceText)
                : refuse(
                        Refusal.NOT_FOUND,
                        Rule.IMAGE_NOT_FOUND,
                        "there is no image " + id + ", or it was deleted",
                        serviceText);
    }

    /** The policy get_image does not let the caller see what the database found. */
    static Decision.Refused unreadable(ImageId id, Case at) {
        if (!at.hasRole(Role.READER)) {
            return refuse(
                    Refusal.NOT_FOUND,
                    Rule.ROLE_CANNOT_READ,
                    "reading image " + id + " takes the role reader, which the caller does not have",
                    NOT_FOUND_TEXT);
        }
        return notVisible(id, at, NOT_FOUND_TEXT);
    }

    /**
     * A policy other than get_image refuses; the caller learns so only if it may read the image.
     *
     * @param verb what it may not do to the image, such as {@code delete}
     */
    static Decision.Refused notChangeable(ImageId id, ImageFacts image, Case at, String verb, String serviceText) {
        if (!at.mayRead(image)) {
            return unreadable(id, at);
        }
        if (!at.owns(image)) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_OWNER_CHANGES_IMAGE,
                    "only the owner of image " + id + " or an admin can " + verb + " it",
                    serviceText);
        }
        return cannotWrite(id, serviceText);
    }

    static Decision.Refused cannotWrite(@Nullable ImageId id, String serviceText) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.ROLE_CANNOT_WRITE,
                "changing " + (id == null ? "anything" : "image " + id)
                        + " takes the role member, which the caller does not have",
                serviceText);
    }

    static String policyText(String policy) {
        return "You are not authorized to complete " + policy + " action.";
    }

    private static Decision.Refused notVisible(ImageId id, Case at, String serviceText) {
        return refuse(
                Refusal.NOT_FOUND,
                Rule.IMAGE_NOT_VISIBLE,
                "image " + id + " is there, but " + at.callerName()
                        + " does not see it: it is neither its owner nor, while it is shared, its member",
                serviceText);
    }

    private static boolean isThere(Case at) {
        return at.facts().image() != null && Access.isThere(at.facts().image());
    }
}
