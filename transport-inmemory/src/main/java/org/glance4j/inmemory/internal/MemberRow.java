package org.glance4j.inmemory.internal;

import java.time.Instant;
import org.glance4j.model.MemberStatus;

/**
 * A project's row among an image's members. It is kept when the project is removed, and used again when it comes back: then
 * with its old creation time.
 */
record MemberRow(MemberStatus status, Instant createdAt, Instant updatedAt, boolean removed) {

    static MemberRow added(Instant now) {
        return new MemberRow(MemberStatus.PENDING, now, now, false);
    }

    MemberRow addedAgain(Instant now) {
        return new MemberRow(MemberStatus.PENDING, createdAt, now, false);
    }

    /** Setting the status that is there leaves the row as it is. */
    MemberRow withStatus(MemberStatus wanted, Instant now) {
        return wanted == status ? this : new MemberRow(wanted, createdAt, now, false);
    }

    MemberRow gone(Instant now) {
        return new MemberRow(status, createdAt, now, true);
    }
}
