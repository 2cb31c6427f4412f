package org.glance4j.inmemory.contract;

import static org.glance4j.inmemory.contract.Corruption.calls;
import static org.glance4j.inmemory.contract.Corruption.setting;
import static org.glance4j.inmemory.contract.Corruption.wire;
import static org.glance4j.inmemory.contract.EngineCall.ADMIN;
import static org.glance4j.inmemory.contract.EngineRule.refused;
import static org.glance4j.inmemory.contract.EngineRule.when;
import static org.glance4j.model.Operation.ADD_MEMBER;
import static org.glance4j.model.Operation.ADD_TAG;
import static org.glance4j.model.Operation.DOWNLOAD_DATA;
import static org.glance4j.model.Operation.GET_IMAGE;
import static org.glance4j.model.Operation.GET_MEMBER;
import static org.glance4j.model.Operation.LIST_IMAGES;
import static org.glance4j.model.Operation.LIST_MEMBERS;
import static org.glance4j.model.Operation.REMOVE_MEMBER;
import static org.glance4j.model.Operation.UPDATE_IMAGE;
import static org.glance4j.model.Operation.UPDATE_MEMBER;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.glance4j.contract.Party;
import org.glance4j.contract.WireRequest;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;

/** The rules on members, each broken once. */
final class MemberCorruptions {
    private static final int DEFAULT_QUOTA = 128;

    private MemberCorruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(adding(), seeing(), deciding(), reading(), removing()).flatMap(List::stream);
    }

    private static List<Corruption> adding() {
        return List.of(
                calls("S-001", "a private image takes members", ADD_MEMBER, whileShared(Visibility.PRIVATE)),
                calls("S-002", "a public image takes members", ADD_MEMBER, whileShared(Visibility.PUBLIC)),
                calls("S-003", "a community image takes members", ADD_MEMBER, whileShared(Visibility.COMMUNITY)),
                calls("S-004", "a new member has accepted already", ADD_MEMBER, call -> {
                    call.pass();
                    return call.engine().updateMember(ADMIN, call.image(), call.member(), "accepted");
                }),
                calls(
                        "S-005",
                        "adding a member again answers with its row",
                        ADD_MEMBER,
                        refused(
                                AlreadyMemberException.class,
                                call -> call.engine().getMember(ADMIN, call.image(), call.member()))),
                calls(
                        "S-006",
                        "whoever knows the image's id adds members",
                        ADD_MEMBER,
                        when(EngineCall::isBlind, EngineRule::asAdmin)),
                calls("S-007", "members add members", ADD_MEMBER, when(EngineCall::isMembers, EngineRule::asAdmin)),
                calls(
                        "S-008",
                        "an admin adds no members",
                        ADD_MEMBER,
                        when(EngineCall::isAdmins, EngineRule::asStranger)),
                wire(
                        "S-009",
                        "an empty or null member is one named '-'",
                        (party, request, next) ->
                                next.answer(party, body(request, "\"member\": (\"\"|null)", "\"member\": \"-\""))),
                wire("S-010", "a body without a member adds one named '-'", (party, request, next) -> {
                    boolean names = String.valueOf(request.body()).contains("\"member\":");
                    return next.answer(
                            party, isAdding(request) && !names ? request.json("{\"member\": \"-\"}") : request);
                }),
                wire(
                        "S-011",
                        "no body adds a member named '-'",
                        (party, request, next) -> next.answer(
                                party,
                                isAdding(request) && request.body() == null
                                        ? request.json("{\"member\": \"-\"}")
                                        : request)),
                wire(
                        "S-012",
                        "members are added without a token",
                        (party, request, next) ->
                                next.answer(party == null && isAdding(request) ? Party.OWNER : party, request)),
                calls(
                        "S-013",
                        "adding to an image that is not there makes it",
                        ADD_MEMBER,
                        refused(ImageNotFoundException.class, call -> {
                            call.engine()
                                    .create(
                                            ADMIN,
                                            NewImage.builder()
                                                    .id(call.image())
                                                    .owner(call.caller().project())
                                                    .build());
                            return call.pass();
                        })),
                setting("S-014", "there is no quota of members", builder -> builder.memberQuota(-1)),
                setting("S-015", "there is always a quota of members", builder -> builder.memberQuota(DEFAULT_QUOTA)),
                memberKeepsItsStatus(),
                calls(
                        "S-042",
                        "an image that is gone has no members, instead of not being there",
                        LIST_MEMBERS,
                        refused(ImageNotFoundException.class, call -> List.of())),
                calls(
                        "S-043",
                        "a protected image takes no members",
                        ADD_MEMBER,
                        when(call -> call.found().filter(Image::isProtected).isPresent(), EngineRule::asStranger)));
    }

    private static List<Corruption> seeing() {
        return List.of(
                calls(
                        "S-016",
                        "a pending member does not see the image",
                        GET_IMAGE,
                        when(isMember(MemberStatus.PENDING), EngineRule::asStranger)),
                calls(
                        "S-017",
                        "a pending member cannot download",
                        DOWNLOAD_DATA,
                        when(isMember(MemberStatus.PENDING), EngineRule::asStranger)),
                calls("S-018", "default lists hold what is pending", LIST_IMAGES, byDefault(MemberStatus.PENDING)),
                calls("S-019", "default lists lack what was accepted", LIST_IMAGES, byDefault(MemberStatus.PENDING)),
                calls("S-020", "default lists hold what was rejected", LIST_IMAGES, byDefault(MemberStatus.REJECTED)),
                calls("S-044", "an image that is no longer shared loses its members", UPDATE_IMAGE, call -> {
                    ImagePatch patch = call.argument(ImagePatch.class);
                    if (patch.operations().stream()
                            .anyMatch(change -> Visibility.PRIVATE.word().equals(change.value()))) {
                        for (Member member : call.engine().listMembers(ADMIN, call.image())) {
                            call.engine().removeMember(ADMIN, call.image(), member.memberId());
                        }
                    }
                    return call.pass();
                }),
                calls("S-045", "members tag the image", ADD_TAG, when(EngineCall::isMembers, EngineRule::asAdmin)));
    }

    private static List<Corruption> deciding() {
        return List.of(
                calls(
                        "S-021",
                        "a decision is final",
                        UPDATE_MEMBER,
                        when(
                                call -> call.status(call.member())
                                        .filter(status -> status != MemberStatus.PENDING)
                                        .isPresent(),
                                EngineRule::asStranger)),
                calls("S-022", "a status that is refused makes the row pending", UPDATE_MEMBER, call -> {
                    try {
                        return call.pass();
                    } catch (InvalidRequestException e) {
                        call.engine().updateMember(ADMIN, call.image(), call.member(), "pending");
                        throw e;
                    }
                }),
                wire("S-023", "an update without a status says 'pending'", (party, request, next) -> {
                    boolean names = String.valueOf(request.body()).contains("\"status\":");
                    return next.answer(
                            party,
                            request.method().equals("PUT") && request.target().contains("/members/") && !names
                                    ? request.json("{\"status\": \"pending\"}")
                                    : request);
                }),
                calls(
                        "S-024",
                        "the owner decides for the consumer",
                        UPDATE_MEMBER,
                        when(EngineCall::isOwners, EngineRule::asAdmin)),
                calls(
                        "S-025",
                        "whoever knows the ids decides",
                        UPDATE_MEMBER,
                        when(EngineCall::isBlind, EngineRule::asAdmin)),
                calls(
                        "S-026",
                        "an admin does not decide",
                        UPDATE_MEMBER,
                        when(EngineCall::isAdmins, EngineRule::asStranger)),
                calls(
                        "S-027",
                        "members decide for each other",
                        UPDATE_MEMBER,
                        when(call -> call.isMembers() && !call.isOnOwnRow(), EngineRule::asAdmin)),
                calls(
                        "S-046",
                        "the owner's update of an absent member adds it",
                        UPDATE_MEMBER,
                        when(
                                call -> call.isOwners()
                                        && call.status(call.member()).isEmpty(),
                                call -> {
                                    call.engine().addMember(ADMIN, call.image(), call.member());
                                    return call.pass();
                                })));
    }

    private static List<Corruption> reading() {
        return List.of(
                calls(
                        "S-028",
                        "the owner lists those alone who accepted",
                        LIST_MEMBERS,
                        when(EngineCall::isOwners, accepted())),
                calls(
                        "S-029",
                        "members list all members",
                        LIST_MEMBERS,
                        when(EngineCall::isMembers, EngineRule::asAdmin)),
                calls(
                        "S-030",
                        "a bystander lists no members, instead of not finding the image",
                        LIST_MEMBERS,
                        when(EngineCall::isBlind, call -> List.of())),
                calls(
                        "S-031",
                        "an admin lists those alone who accepted",
                        LIST_MEMBERS,
                        when(EngineCall::isAdmins, accepted())),
                calls("S-032", "a private image lists its members", LIST_MEMBERS, whileShared(Visibility.PRIVATE)),
                calls(
                        "S-033",
                        "the owner does not find members",
                        GET_MEMBER,
                        when(EngineCall::isOwners, EngineRule::asStranger)),
                calls(
                        "S-034",
                        "a member does not find itself",
                        GET_MEMBER,
                        when(EngineCall::isOnOwnRow, EngineRule::asStranger)),
                calls("S-035", "members find each other", GET_MEMBER, when(EngineCall::isMembers, EngineRule::asAdmin)),
                calls("S-036", "bystanders find members", GET_MEMBER, when(EngineCall::isBlind, EngineRule::asAdmin)));
    }

    private static List<Corruption> removing() {
        return List.of(
                calls(
                        "S-037",
                        "a member that the owner removes stays",
                        REMOVE_MEMBER,
                        when(EngineCall::isOwners, EngineRule::ignored)),
                calls("S-038", "members leave", REMOVE_MEMBER, when(EngineCall::isOnOwnRow, EngineRule::asAdmin)),
                calls(
                        "S-039",
                        "bystanders remove members",
                        REMOVE_MEMBER,
                        when(EngineCall::isBlind, EngineRule::asAdmin)),
                calls(
                        "S-040",
                        "removing who is no member says nothing",
                        REMOVE_MEMBER,
                        refused(MemberNotFoundException.class, EngineRule::ignored)),
                calls(
                        "S-047",
                        "members remove each other",
                        REMOVE_MEMBER,
                        when(call -> call.isMembers() && !call.isOnOwnRow(), EngineRule::asAdmin)));
    }

    private static Corruption memberKeepsItsStatus() {
        Map<ImageId, MemberStatus> before = new ConcurrentHashMap<>();
        return calls(
                "S-041",
                "a member that is removed and added keeps its status",
                Map.of(
                        REMOVE_MEMBER,
                        call -> {
                            call.status(call.member()).ifPresent(status -> before.put(call.image(), status));
                            return call.pass();
                        },
                        ADD_MEMBER,
                        call -> {
                            Object added = call.pass();
                            MemberStatus status = before.get(call.image());
                            return status == null
                                    ? added
                                    : call.engine().updateMember(ADMIN, call.image(), call.member(), status.word());
                        }));
    }

    private static boolean isAdding(WireRequest request) {
        return request.method().equals("POST") && request.target().endsWith("/members");
    }

    private static WireRequest body(WireRequest request, String pattern, String instead) {
        return request.body() == null ? request : request.json(request.body().replaceAll(pattern, instead));
    }

    private static Predicate<EngineCall> isMember(MemberStatus status) {
        return call ->
                call.status(call.caller().project()).filter(status::equals).isPresent();
    }

    private static EngineRule byDefault(MemberStatus status) {
        return call -> {
            ImageQuery query = call.argument(ImageQuery.class);
            return query.memberStatusWord() == null
                    ? call.with(
                                    ImageQuery.class,
                                    query.toBuilder().memberStatus(status).build())
                            .pass()
                    : call.pass();
        };
    }

    /** Leaves out of a list of members those who did not accept. */
    private static EngineRule accepted() {
        return call -> call.engine().listMembers(ADMIN, call.image()).stream()
                .filter(member -> member.status() == MemberStatus.ACCEPTED)
                .toList();
    }

    /** Treats images of a visibility as shared ones. */
    private static EngineRule whileShared(Visibility visibility) {
        return when(
                call -> call.found()
                        .filter(image -> image.visibility() == visibility)
                        .isPresent(),
                call -> {
                    set(call, Visibility.SHARED);
                    try {
                        return call.pass();
                    } finally {
                        set(call, visibility);
                    }
                });
    }

    private static void set(EngineCall call, Visibility visibility) {
        call.engine()
                .update(
                        ADMIN,
                        call.image(),
                        ImagePatch.builder().visibility(visibility).build(),
                        false,
                        () -> {});
    }
}
