package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.ANOTHER;
import static org.glance4j.lifecycle.Scenes.CONSUMER;
import static org.glance4j.lifecycle.Scenes.IMAGE;
import static org.glance4j.lifecycle.Scenes.NOBODY;

import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.lifecycle.HandWrittenTable.Cell;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request about members, by every actor, on every kind of image, in both profiles. */
final class MemberDecisionsTest {
    private static final List<MemberStatus> STATUSES =
            List.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED);

    static List<Cell> legacy() {
        return HandWrittenTable.read("members-legacy.txt");
    }

    static List<Cell> secureRbac() {
        return HandWrittenTable.read("members-secure-rbac.txt");
    }

    @ParameterizedTest
    @MethodSource("legacy")
    void legacyProfileAnswersAsTheTableSaysWhateverTheRoles(Cell cell) {
        Caller caller = Scenes.caller(cell.actor());
        if (caller.isAdmin()) {
            assertAnswer(cell, caller, Profile.LEGACY);
            return;
        }
        for (Set<Role> roles : Scenes.ORDINARY_ROLES) {
            assertAnswer(cell, new Caller(caller.project(), roles), Profile.LEGACY);
        }
    }

    @ParameterizedTest
    @MethodSource("secureRbac")
    void secureRbacAnswersAsTheTableSays(Cell cell) {
        assertAnswer(cell, Scenes.caller(cell.actor()), Profile.SECURE_RBAC);
    }

    /** A membership's status governs lists only, and an image's status nothing here: the answer is the same at all of them. */
    private static void assertAnswer(Cell cell, Caller caller, Profile profile) {
        for (MemberStatus status : STATUSES) {
            for (MemberStatus wanted : STATUSES) {
                for (ImageStatus imageStatus : imageStatuses(cell)) {
                    MemberRequest request = request(cell, wanted);
                    Facts facts = facts(cell, caller, status, imageStatus);
                    assertThat(Scenes.outcome(MemberLifecycle.decide(request, facts, caller, profile)))
                            .as("%s from %s, image %s, profile %s", request, status, imageStatus, profile)
                            .isEqualTo(cell.expected());
                }
            }
        }
    }

    private static List<ImageStatus> imageStatuses(Cell cell) {
        return cell.state().equals("deleted")
                ? List.of(ImageStatus.DELETED, ImageStatus.PENDING_DELETE)
                : List.of(
                        ImageStatus.QUEUED,
                        ImageStatus.SAVING,
                        ImageStatus.UPLOADING,
                        ImageStatus.IMPORTING,
                        ImageStatus.ACTIVE,
                        ImageStatus.DEACTIVATED);
    }

    private static Facts facts(Cell cell, Caller caller, MemberStatus status, ImageStatus imageStatus) {
        ImageFacts kind = Scenes.image(cell.state());
        boolean isMember = caller.project().equals(CONSUMER) || caller.project().equals(ANOTHER);
        boolean targetIsMember = Set.of(
                        "add-present", "get-present", "update-present", "update-badly", "remove-present")
                .contains(cell.request());
        return Facts.of(Scenes.image(kind.owner(), kind.visibility(), imageStatus))
                .withCallerMembership(isMember ? status : null)
                .withTargetMembership(targetIsMember ? status : null)
                .withMemberCount(cell.request().equals("add-at-limit") ? 128 : 127);
    }

    private static MemberRequest request(Cell cell, MemberStatus wanted) {
        ProjectId present = CONSUMER;
        ProjectId absent = NOBODY;
        return switch (cell.request()) {
            case "add-new", "add-at-limit" -> new MemberRequest.Add(IMAGE, absent);
            case "add-present" -> new MemberRequest.Add(IMAGE, present);
            case "get-present" -> new MemberRequest.Get(IMAGE, present);
            case "get-absent" -> new MemberRequest.Get(IMAGE, absent);
            case "list" -> new MemberRequest.ListMembers(IMAGE);
            case "update-present" -> new MemberRequest.Update(IMAGE, present, wanted.word());
            case "update-badly" -> new MemberRequest.Update(IMAGE, present, "Accepted");
            case "update-absent" -> new MemberRequest.Update(IMAGE, absent, wanted.word());
            case "remove-present" -> new MemberRequest.Remove(IMAGE, present);
            case "remove-absent" -> new MemberRequest.Remove(IMAGE, absent);
            default -> throw new IllegalArgumentException(cell.request());
        };
    }
}
