package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.ANOTHER;
import static org.glance4j.lifecycle.Scenes.BYSTANDER;
import static org.glance4j.lifecycle.Scenes.CONSUMER;
import static org.glance4j.lifecycle.Scenes.IMAGE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.lifecycle.HandWrittenTable.Cell;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Visibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request about an image, by every actor, on every kind of image in every status, in both profiles. One table says who
 * may; where someone may, another says what the image's status answers.
 */
final class ImageDecisionsTest {
    private static final List<ImageStatus> STATUSES = List.of(
            ImageStatus.QUEUED,
            ImageStatus.SAVING,
            ImageStatus.UPLOADING,
            ImageStatus.IMPORTING,
            ImageStatus.ACTIVE,
            ImageStatus.DEACTIVATED);

    /** From who, request and status to the answer. */
    private static final Map<List<String>, String> BY_STATUS = HandWrittenTable.read("image-statuses.txt").stream()
            .collect(Collectors.toUnmodifiableMap(
                    cell -> List.of(cell.state(), cell.request(), cell.actor()), Cell::expected));

    static List<Cell> legacy() {
        return HandWrittenTable.read("images-legacy.txt");
    }

    static List<Cell> secureRbac() {
        return HandWrittenTable.read("images-secure-rbac.txt");
    }

    @ParameterizedTest
    @MethodSource("legacy")
    void legacyProfileAnswersAsTheTablesSayWhateverTheRoles(Cell cell) {
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
    void secureRbacAnswersAsTheTablesSay(Cell cell) {
        assertAnswer(cell, Scenes.caller(cell.actor()), Profile.SECURE_RBAC);
    }

    private static void assertAnswer(Cell cell, Caller caller, Profile profile) {
        List<ImageStatus> statuses =
                cell.state().equals("deleted") ? List.of(ImageStatus.DELETED, ImageStatus.PENDING_DELETE) : STATUSES;
        for (ImageStatus status : statuses) {
            for (String variant : variants(cell.request())) {
                Facts facts = Facts.of(image(cell.state(), variant, status))
                        .withCallerMembership(
                                Set.of(CONSUMER, ANOTHER).contains(caller.project()) ? MemberStatus.PENDING : null);
                ImageRequest request = request(variant);
                assertThat(Scenes.outcome(ImageLifecycle.decide(request, facts, caller, profile)))
                        .as("%s by %s, image %s, profile %s", request, caller, status, profile)
                        .isEqualTo(expected(cell, variant, caller, status));
            }
        }
    }

    /** The same request met in another state of the image; who may make it is the same. */
    private static List<String> variants(String request) {
        return switch (request) {
            case "delete" -> List.of("delete", "delete-protected");
            case "untag" -> List.of("untag", "untag-absent");
            case "upload" -> List.of("upload", "upload-formless");
            default -> List.of(request);
        };
    }

    private static String expected(Cell cell, String variant, Caller caller, ImageStatus status) {
        boolean frozen = variant.equals("download") && status == ImageStatus.DEACTIVATED && !caller.isAdmin();
        if (!cell.expected().equals("Ok") && !(frozen && isFound(cell))) {
            return cell.expected();
        }
        String who = caller.isAdmin() ? "admin" : "other";
        String answer = BY_STATUS.get(List.of(who, variant, status.word()));
        assertThat(answer).as("%s %s at %s", who, variant, status).isNotNull();
        return answer;
    }

    /** Whether the database finds the image, so that a deactivated one is refused before roles are looked at. */
    private static boolean isFound(Cell cell) {
        boolean everyones = Set.of("community", "public", "shared-ownerless", "private-ownerless")
                .contains(cell.state());
        boolean own = cell.actor().startsWith("owner") && !cell.state().equals("deleted");
        return everyones
                || own
                || (cell.state().equals("shared") && cell.actor().startsWith("consumer"));
    }

    private static ImageFacts image(String state, String variant, ImageStatus status) {
        ImageFacts kind = Scenes.image(state);
        boolean formats = !variant.equals("upload-formless");
        return new ImageFacts(
                kind.owner(),
                kind.visibility(),
                status,
                variant.equals("delete-protected"),
                formats,
                formats,
                Set.of("here"),
                Set.of());
    }

    private static ImageRequest request(String variant) {
        ImagePatch.Builder patch = ImagePatch.builder();
        return switch (variant) {
            case "get" -> new ImageRequest.Get(IMAGE);
            case "patch-nothing" -> update(patch);
            case "rename" -> update(patch.name("other"));
            case "communitize" -> update(patch.visibility(Visibility.COMMUNITY));
            case "publicize" -> update(patch.visibility(Visibility.PUBLIC));
            case "give-away" -> update(patch.owner(BYSTANDER));
            case "set-formats" -> update(patch.diskFormat(DiskFormat.QCOW2));
            case "delete", "delete-protected" -> new ImageRequest.Delete(IMAGE);
            case "tag" -> new ImageRequest.AddTag(IMAGE, "new");
            case "untag" -> new ImageRequest.RemoveTag(IMAGE, "here");
            case "untag-absent" -> new ImageRequest.RemoveTag(IMAGE, "absent");
            case "deactivate" -> new ImageRequest.Deactivate(IMAGE);
            case "reactivate" -> new ImageRequest.Reactivate(IMAGE);
            case "upload", "upload-formless" -> new ImageRequest.Upload(IMAGE);
            case "download" -> new ImageRequest.Download(IMAGE);
            default -> throw new IllegalArgumentException(variant);
        };
    }

    private static ImageRequest update(ImagePatch.Builder patch) {
        return new ImageRequest.Update(IMAGE, patch.build(), false);
    }
}
