package org.glance4j.lifecycle;

import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;

/** A request's surroundings: what is the case, who asks, and under which rules. */
record Case(Facts facts, Caller caller, Profile profile, String callerName) {

    Case(Facts facts, Caller caller, Profile profile) {
        this(facts, caller, profile, "project " + caller.project());
    }

    boolean isLegacy() {
        return profile == Profile.LEGACY;
    }

    boolean owns(ImageFacts image) {
        return image.isOwnedBy(caller.project());
    }

    boolean isFound() {
        return Access.isFound(facts.image(), facts.callerMembership(), caller);
    }

    boolean mayRead(ImageFacts image) {
        return Access.mayRead(image, caller, profile);
    }

    boolean mayChange(ImageFacts image) {
        return Access.mayChange(image, caller, profile);
    }

    boolean hasRole(Role role) {
        return Access.hasRole(caller, role);
    }
}
