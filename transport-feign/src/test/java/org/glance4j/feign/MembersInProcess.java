package org.glance4j.feign;

import java.util.List;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MemberOperations;

/** Members through the call layer, with a service in this process in the place of Feign and HTTP. */
public final class MembersInProcess {
    private MembersInProcess() {}

    /** Returns the operations of a caller whose every attempt goes to this service. */
    public static MemberOperations of(Calls calls, MemberOperations service, Deadline deadline) {
        return new FeignMembers(calls, new Direct(service), deadline);
    }

    private record Direct(MemberOperations service) implements MembersApi {
        @Override
        public Member add(String id, ProjectId member, Attempt attempt) {
            return service.add(ImageId.of(id), member);
        }

        @Override
        public Member get(String id, String member, Attempt attempt) {
            return service.get(ImageId.of(id), ProjectId.of(member));
        }

        @Override
        public List<Member> list(String id, Attempt attempt) {
            return service.list(ImageId.of(id));
        }

        @Override
        public Member update(String id, String member, MemberStatus status, Attempt attempt) {
            return service.updateStatus(ImageId.of(id), ProjectId.of(member), status);
        }

        @Override
        public void remove(String id, String member, Attempt attempt) {
            service.remove(ImageId.of(id), ProjectId.of(member));
        }
    }
}
