package org.glance4j.inmemory.internal;

import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Access;
import org.glance4j.lifecycle.MemberRequest;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** The operations on members. None of them moves the image's own time of change. Runs under the cloud's lock. */
final class MemberCalls {
    private final Cloud cloud;
    private final Law law;

    MemberCalls(Cloud cloud, Law law) {
        this.cloud = cloud;
        this.law = law;
    }

    Member add(Caller caller, ImageId imageId, ProjectId memberId) {
        return permitted(new MemberRequest.Add(imageId, memberId), memberId, caller)
                .members()
                .add(memberId, cloud.now());
    }

    Member get(Caller caller, ImageId imageId, ProjectId memberId) {
        return permitted(new MemberRequest.Get(imageId, memberId), memberId, caller)
                .members()
                .get(memberId);
    }

    List<Member> list(Caller caller, ImageId imageId) {
        ImageRecord image = permitted(new MemberRequest.ListMembers(imageId), null, caller);
        return image.members().list(member -> Access.seesMember(image.facts(), member, caller));
    }

    Member updateStatus(Caller caller, ImageId imageId, ProjectId memberId, String statusWord) {
        return permitted(new MemberRequest.Update(imageId, memberId, statusWord), memberId, caller)
                .members()
                .setStatus(memberId, MemberStatus.of(statusWord), cloud.now());
    }

    void remove(Caller caller, ImageId imageId, ProjectId memberId) {
        permitted(new MemberRequest.Remove(imageId, memberId), memberId, caller)
                .members()
                .remove(memberId, cloud.now());
    }

    private ImageRecord permitted(MemberRequest request, @Nullable ProjectId memberId, Caller caller) {
        ImageRecord image = cloud.find(request.imageId());
        law.require(request, memberId, image, caller);
        return cloud.known(image);
    }
}
