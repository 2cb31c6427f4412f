package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.ADMIN;
import static org.glance4j.lifecycle.Scenes.BYSTANDER;
import static org.glance4j.lifecycle.Scenes.CONSUMER;
import static org.glance4j.lifecycle.Scenes.OWNER;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which images a list holds for whom. The images are named by owner and kind; a consumer's by its membership's status too. */
final class ImageListsTest {

    /** An image beside the status of the consumer's membership of it. */
    private record Listed(ImageFacts image, @Nullable MemberStatus consumers) {}

    private static final Map<String, Listed> IMAGES = images();

    private static Map<String, Listed> images() {
        Map<String, Listed> images = new LinkedHashMap<>();
        images.put("public", listed(OWNER, Visibility.PUBLIC, null));
        images.put("community", listed(OWNER, Visibility.COMMUNITY, null));
        images.put("private", listed(OWNER, Visibility.PRIVATE, null));
        images.put("unshared", listed(OWNER, Visibility.SHARED, null));
        images.put("pending", listed(OWNER, Visibility.SHARED, MemberStatus.PENDING));
        images.put("accepted", listed(OWNER, Visibility.SHARED, MemberStatus.ACCEPTED));
        images.put("rejected", listed(OWNER, Visibility.SHARED, MemberStatus.REJECTED));
        images.put("closed", listed(OWNER, Visibility.PRIVATE, MemberStatus.ACCEPTED));
        images.put("own-community", listed(CONSUMER, Visibility.COMMUNITY, null));
        images.put("own-private", listed(CONSUMER, Visibility.PRIVATE, null));
        images.put("own-shared", listed(CONSUMER, Visibility.SHARED, null));
        images.put("ownerless-private", listed(null, Visibility.PRIVATE, null));
        images.put("ownerless-shared", listed(null, Visibility.SHARED, null));
        images.put("ownerless-accepted", listed(null, Visibility.SHARED, MemberStatus.ACCEPTED));
        return images;
    }

    private static Listed listed(@Nullable ProjectId owner, Visibility visibility, @Nullable MemberStatus consumers) {
        return new Listed(Scenes.image(owner, visibility, ImageStatus.ACTIVE), consumers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            emptyValue = "",
            value = {
                "-         | -        | public accepted ownerless-accepted own-community own-private own-shared",
                "-         | accepted | public accepted ownerless-accepted own-community own-private own-shared",
                "-         | pending  | public pending own-community own-private own-shared",
                "-         | rejected | public rejected own-community own-private own-shared",
                "-         | all      | public pending accepted rejected ownerless-accepted own-community own-private own-shared",
                "public    | -        | public",
                "public    | pending  | public",
                "community | -        | community own-community",
                "private   | -        | own-private",
                "shared    | -        | accepted ownerless-accepted own-shared",
                "shared    | pending  | pending own-shared",
                "shared    | all      | pending accepted rejected ownerless-accepted own-shared",
                "all       | -        | public community accepted ownerless-accepted own-community own-private own-shared",
                "all       | rejected | public community rejected own-community own-private own-shared",
                "''        | -        | ''",
            })
    void aRegularCallerIsShown(@Nullable String visibility, @Nullable String memberStatus, String expected) {
        for (Profile profile : Profile.values()) {
            assertThat(shown(Caller.of(CONSUMER), profile, visibility, memberStatus))
                    .as("profile %s", profile)
                    .isEqualTo(names(expected));
        }
    }

    @Test
    void aBystanderIsShownPublicImagesAlone() {
        assertThat(shown(Caller.of(BYSTANDER), Profile.SECURE_RBAC, null, "all"))
                .containsExactly("public");
    }

    @Test
    void anAdminIsShownAllButOthersCommunityImagesByDefaultWhateverTheMemberStatus() {
        Set<String> expected = new TreeSet<>(IMAGES.keySet());
        expected.removeAll(Set.of("community", "own-community"));
        assertThat(shown(Caller.admin(ADMIN), Profile.LEGACY, null, "rejected")).isEqualTo(expected);
        assertThat(shown(Caller.admin(ADMIN), Profile.SECURE_RBAC, null, null)).isEqualTo(expected);
        assertThat(shown(Caller.admin(ADMIN), Profile.SECURE_RBAC, "all", null)).isEqualTo(IMAGES.keySet());
        assertThat(shown(Caller.admin(ADMIN), Profile.SECURE_RBAC, "private", null))
                .containsExactlyInAnyOrder("private", "closed", "own-private", "ownerless-private");
    }

    @Test
    void underSecureRbacReadersListLikeMembersAndOthersNothing() {
        Caller reader = new Caller(CONSUMER, Set.of(Role.READER));
        assertThat(shown(reader, Profile.SECURE_RBAC, null, null))
                .isEqualTo(shown(Caller.of(CONSUMER), Profile.SECURE_RBAC, null, null));
        assertThat(shown(new Caller(CONSUMER, Set.of()), Profile.SECURE_RBAC, "all", "all"))
                .isEmpty();
        assertThat(shown(new Caller(CONSUMER, Set.of()), Profile.LEGACY, null, null))
                .isEqualTo(shown(Caller.of(CONSUMER), Profile.LEGACY, null, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageStatus.class,
            names = {"DELETED", "PENDING_DELETE", "KILLED"})
    void whatIsDeletedOrKilledIsNotListedEvenToAdmins(ImageStatus status) {
        ImageFacts image = Scenes.image(OWNER, Visibility.PUBLIC, status);
        assertThat(Access.isListed(image, null, Caller.admin(OWNER), Profile.LEGACY, "all", null))
                .isFalse();
    }

    private static Set<String> shown(
            Caller caller, Profile profile, @Nullable String visibility, @Nullable String memberStatus) {
        Set<String> shown = new TreeSet<>();
        IMAGES.forEach((name, listed) -> {
            MemberStatus membership = caller.project().equals(CONSUMER) ? listed.consumers() : null;
            if (Access.isListed(listed.image(), membership, caller, profile, visibility, memberStatus)) {
                shown.add(name);
            }
        });
        return shown;
    }

    private static Set<String> names(String list) {
        Set<String> names = new TreeSet<>(Set.of(list.split(" ", -1)));
        names.remove("");
        return names;
    }
}
