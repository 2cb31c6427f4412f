package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** The members of one image, in the order in which they first came. Guarded by the cloud's lock. */
final class MemberRows {
    private final ImageId imageId;
    private final Map<ProjectId, MemberRow> rows = new LinkedHashMap<>();
    private int count;

    MemberRows(ImageId imageId) {
        this.imageId = imageId;
    }

    int count() {
        return count;
    }

    @Nullable
    MemberStatus statusOf(ProjectId member) {
        MemberRow row = rows.get(member);
        return row == null || row.removed() ? null : row.status();
    }

    Member get(ProjectId member) {
        MemberRow row = rows.get(member);
        if (row == null || row.removed()) {
            throw new IllegalStateException("no such member was let through: " + member);
        }
        return show(member, row);
    }

    List<Member> list(Predicate<ProjectId> seen) {
        List<Member> members = new ArrayList<>();
        rows.forEach((id, row) -> {
            if (!row.removed() && seen.test(id)) {
                members.add(show(id, row));
            }
        });
        return members;
    }

    Member add(ProjectId member, Instant now) {
        MemberRow old = rows.get(member);
        rows.put(member, old == null ? MemberRow.added(now) : old.addedAgain(now));
        count++;
        return get(member);
    }

    Member setStatus(ProjectId member, MemberStatus status, Instant now) {
        rows.computeIfPresent(member, (id, row) -> row.withStatus(status, now));
        return get(member);
    }

    void remove(ProjectId member, Instant now) {
        rows.computeIfPresent(member, (id, row) -> row.gone(now));
        count--;
    }

    private Member show(ProjectId member, MemberRow row) {
        return new Member(
                imageId, member, row.status().word(), Cloud.shown(row.createdAt()), Cloud.shown(row.updatedAt()));
    }
}
