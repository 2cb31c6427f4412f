package org.glance4j.cache;

import java.util.function.Supplier;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.MemberOperations;
import org.jetbrains.lincheck.datastructures.Operation;

/** What threads do with one member; each result is a word. */
abstract class LookUps {
    private static final ImageId IMAGE = ImageId.of("image");
    private static final ProjectId CONSUMER = ProjectId.of("consumer");

    private final MemberOperations members;

    LookUps(MemberOperations members) {
        this.members = members;
    }

    @Operation
    public String look() {
        return look(members);
    }

    @Operation
    public String accept() {
        return word(() ->
                members.updateStatus(IMAGE, CONSUMER, MemberStatus.ACCEPTED).statusWord());
    }

    final String look(MemberOperations operations) {
        return word(() -> operations.get(IMAGE, CONSUMER).statusWord());
    }

    private static String word(Supplier<String> operation) {
        try {
            return operation.get();
        } catch (MemberNotFoundException absent) {
            return "absent";
        } catch (AlreadyMemberException there) {
            return "there";
        }
    }

    /** All that changes a member, and a look past the cache. */
    abstract static class AndMore extends LookUps {
        private final MemberOperations members;
        private final MemberOperations uncached;

        AndMore(MemberOperations members, MemberOperations uncached) {
            super(members);
            this.members = members;
            this.uncached = uncached;
        }

        @Operation
        public String lookPastTheCache() {
            return look(uncached);
        }

        @Operation
        public String reject() {
            return word(() ->
                    members.updateStatus(IMAGE, CONSUMER, MemberStatus.REJECTED).statusWord());
        }

        @Operation
        public String add() {
            return word(() -> members.add(IMAGE, CONSUMER).statusWord());
        }

        @Operation
        public String remove() {
            return word(() -> {
                members.remove(IMAGE, CONSUMER);
                return "removed";
            });
        }
    }
}
