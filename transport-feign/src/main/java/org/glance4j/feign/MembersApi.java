package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;

/** The routes of an image's members. Path values come percent-encoded. Source: Image API v2, image sharing. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface MembersApi {
    @RequestLine("POST /v2/images/{id}/members")
    @Headers("Content-Type: application/json")
    Member add(@Param(value = "id", encoded = true) String id, ProjectId member, Attempt attempt);

    @RequestLine("GET /v2/images/{id}/members/{member}")
    Member get(
            @Param(value = "id", encoded = true) String id,
            @Param(value = "member", encoded = true) String member,
            Attempt attempt);

    @RequestLine("GET /v2/images/{id}/members")
    List<Member> list(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("PUT /v2/images/{id}/members/{member}")
    @Headers("Content-Type: application/json")
    Member update(
            @Param(value = "id", encoded = true) String id,
            @Param(value = "member", encoded = true) String member,
            MemberStatus status,
            Attempt attempt);

    @RequestLine("DELETE /v2/images/{id}/members/{member}")
    void remove(
            @Param(value = "id", encoded = true) String id,
            @Param(value = "member", encoded = true) String member,
            Attempt attempt);
}
