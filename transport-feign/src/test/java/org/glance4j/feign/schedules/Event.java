package org.glance4j.feign.schedules;

import java.util.Map;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One request as the service carried it out.
 *
 * @param verb what was asked
 * @param member the member it was about; null for a listing
 * @param wanted the status to set; null for none
 * @param refusal the status code of a refusal; 0 for none
 * @param seen the memberships that the service answered with
 */
record Event(
        Verb verb,
        @Nullable ProjectId member,
        @Nullable MemberStatus wanted,
        int refusal,
        Map<ProjectId, MemberStatus> seen) {

    boolean changed() {
        return refusal == 0 && verb.isChange();
    }
}
