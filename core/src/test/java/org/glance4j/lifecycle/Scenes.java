package org.glance4j.lifecycle;

import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/** The projects and images of the tests, and what the words of the hand-written tables stand for. */
final class Scenes {
    static final ImageId IMAGE = ImageId.of("a96be11e-8536-4910-92cb-de50aa19dfe6");
    static final ProjectId OWNER = ProjectId.of("owner-project");
    static final ProjectId CONSUMER = ProjectId.of("consumer-project");
    static final ProjectId ANOTHER = ProjectId.of("another-project");
    static final ProjectId BYSTANDER = ProjectId.of("bystander-project");
    static final ProjectId NOBODY = ProjectId.of("nobody-project");
    static final ProjectId ADMIN = ProjectId.of("admin-project");

    static final List<Set<Role>> ORDINARY_ROLES =
            List.of(Set.of(Role.MEMBER, Role.READER), Set.of(Role.READER), Set.of(), Set.of(new Role("observer")));

    private Scenes() {}

    /** Reads {@code owner}, {@code consumer/reader}, {@code bystander/none}, {@code admin} and the like. */
    static Caller caller(String actor) {
        String[] parts = actor.split("/", -1);
        ProjectId project = switch (parts[0]) {
            case "owner" -> OWNER;
            case "consumer" -> CONSUMER;
            case "another" -> ANOTHER;
            case "bystander" -> BYSTANDER;
            case "admin" -> ADMIN;
            default -> throw new IllegalArgumentException(actor);
        };
        if (project.equals(ADMIN)) {
            return Caller.admin(project);
        }
        return switch (parts.length == 1 ? "member" : parts[1]) {
            case "member" -> Caller.of(project);
            case "reader" -> new Caller(project, Set.of(Role.READER));
            case "none" -> new Caller(project, Set.of());
            default -> throw new IllegalArgumentException(actor);
        };
    }

    /** Reads {@code shared}, {@code private-ownerless}, {@code deleted} and the like. */
    static ImageFacts image(String state) {
        if (state.equals("deleted")) {
            return image(OWNER, Visibility.SHARED, ImageStatus.DELETED);
        }
        String[] parts = state.split("-", -1);
        return image(parts.length == 1 ? OWNER : null, Visibility.of(parts[0]), ImageStatus.ACTIVE);
    }

    static ImageFacts image(@Nullable ProjectId owner, Visibility visibility, ImageStatus status) {
        return new ImageFacts(owner, visibility, status, false, true, true, Set.of(), Set.of());
    }

    /** Names an answer as the tables do. */
    static String outcome(Decision decision) {
        return decision.fold(() -> "Ok", refused -> switch (refused.refusal()) {
            case BAD_REQUEST -> "BadRequest";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "NotFound";
            case CONFLICT -> "Conflict";
            case TOO_LARGE -> "TooLarge";
            default -> refused.refusal().name();
        });
    }
}
