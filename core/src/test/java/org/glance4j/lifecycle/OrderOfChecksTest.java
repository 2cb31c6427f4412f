package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.BYSTANDER;
import static org.glance4j.lifecycle.Scenes.CONSUMER;
import static org.glance4j.lifecycle.Scenes.IMAGE;
import static org.glance4j.lifecycle.Scenes.NOBODY;
import static org.glance4j.lifecycle.Scenes.OWNER;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where several rules refuse one request, the first in the service's order does. */
final class OrderOfChecksTest {
    private static final Caller OWNING = Caller.of(OWNER);
    private static final Caller READING = new Caller(OWNER, Set.of(Role.READER));
    private static final Facts SHARED = Facts.of(Scenes.image(OWNER, Visibility.SHARED, ImageStatus.ACTIVE));

    @Nested
    final class Members {
        @Test
        void sharedComesBeforeRight() {
            Facts community = Facts.of(Scenes.image(OWNER, Visibility.COMMUNITY, ImageStatus.ACTIVE));
            assertThat(rule(new MemberRequest.Add(IMAGE, NOBODY), community, Caller.of(BYSTANDER), Profile.SECURE_RBAC))
                    .isEqualTo(Rule.IMAGE_NOT_SHARED);
        }

        @Test
        void rightComesBeforeQuotaAndQuotaBeforeDuplicate() {
            MemberRequest add = new MemberRequest.Add(IMAGE, CONSUMER);
            Facts full = SHARED.withTargetMembership(MemberStatus.ACCEPTED).withMemberCount(128);
            assertThat(rule(add, full, READING, Profile.SECURE_RBAC)).isEqualTo(Rule.ROLE_CANNOT_WRITE);
            assertThat(rule(add, full, OWNING, Profile.SECURE_RBAC)).isEqualTo(Rule.MEMBER_LIMIT);
            assertThat(rule(add, full.withMemberCount(127), OWNING, Profile.LEGACY))
                    .isEqualTo(Rule.ALREADY_MEMBER);
        }

        @Test
        void aNegativeQuotaIsNone() {
            Facts many = SHARED.withMemberCount(100_000).withLimits(new Limits(-1, -1, -1));
            assertThat(MemberLifecycle.decide(new MemberRequest.Add(IMAGE, NOBODY), many, OWNING, Profile.LEGACY))
                    .isEqualTo(new Decision.Permitted());
        }

        @Test
        void legacyLooksAtTheRightBeforeTheRowAndSecureRbacTheOtherWayRound() {
            MemberRequest update = new MemberRequest.Update(IMAGE, NOBODY, "accepted");
            assertThat(rule(update, SHARED, OWNING, Profile.LEGACY)).isEqualTo(Rule.ONLY_CONSUMER_SETS_STATUS);
            assertThat(rule(update, SHARED, OWNING, Profile.SECURE_RBAC)).isEqualTo(Rule.MEMBER_NOT_FOUND);
            MemberRequest remove = new MemberRequest.Remove(IMAGE, NOBODY);
            Facts consumers = SHARED.withCallerMembership(MemberStatus.ACCEPTED);
            Caller consumer = Caller.of(CONSUMER);
            assertThat(rule(remove, consumers, consumer, Profile.LEGACY)).isEqualTo(Rule.ONLY_OWNER_CHANGES_MEMBERS);
            assertThat(rule(remove, consumers, consumer, Profile.SECURE_RBAC)).isEqualTo(Rule.MEMBER_NOT_FOUND);
        }

        @ParameterizedTest
        @EnumSource(Profile.class)
        void theWantedStatusComesLast(Profile profile) {
            MemberRequest badly = new MemberRequest.Update(IMAGE, CONSUMER, "");
            Facts offered = SHARED.withTargetMembership(MemberStatus.PENDING);
            assertThat(rule(badly, offered, OWNING, profile)).isEqualTo(Rule.ONLY_CONSUMER_SETS_STATUS);
            assertThat(rule(badly, offered.withCallerMembership(MemberStatus.PENDING), Caller.of(CONSUMER), profile))
                    .isEqualTo(Rule.MEMBER_STATUS_UNKNOWN);
        }

        @ParameterizedTest
        @EnumSource(Profile.class)
        void anOwnerMayNotSetEvenItsOwnStatus(Profile profile) {
            MemberRequest own = new MemberRequest.Update(IMAGE, OWNER, "accepted");
            Facts self = SHARED.withTargetMembership(MemberStatus.PENDING).withCallerMembership(MemberStatus.PENDING);
            assertThat(rule(own, self, OWNING, profile)).isEqualTo(Rule.ONLY_CONSUMER_SETS_STATUS);
        }
    }

    @Nested
    final class Patches {
        @Test
        void fieldNamesComeBeforeTheImage() {
            assertThat(rule(update(ImagePatch.builder().replace("status", "active")), Facts.NOTHING, OWNING))
                    .isEqualTo(Rule.FIELD_READ_ONLY);
            assertThat(rule(update(ImagePatch.builder().name("x").add("os_glance_x", "y")), Facts.NOTHING, OWNING))
                    .isEqualTo(Rule.FIELD_RESERVED);
        }

        @Test
        void theOwnerFieldAndPublishingComeBeforeTheRight() {
            Facts community = Facts.of(Scenes.image(OWNER, Visibility.COMMUNITY, ImageStatus.ACTIVE));
            Caller bystander = Caller.of(BYSTANDER);
            assertThat(rule(update(ImagePatch.builder().owner(BYSTANDER)), community, bystander))
                    .isEqualTo(Rule.ONLY_ADMIN_GIVES_AWAY);
            assertThat(rule(update(ImagePatch.builder().visibility(Visibility.PUBLIC)), community, bystander))
                    .isEqualTo(Rule.ONLY_ADMIN_PUBLICIZES);
            assertThat(rule(update(ImagePatch.builder().name("x")), community, bystander))
                    .isEqualTo(Rule.ONLY_OWNER_CHANGES_IMAGE);
        }

        @Test
        void addingAnOwnerIsRefusedLikeReplacingIt() {
            assertThat(rule(update(ImagePatch.builder().add("owner", "x")), SHARED, OWNING))
                    .isEqualTo(Rule.ONLY_ADMIN_GIVES_AWAY);
        }

        @Test
        void operationsAreJudgedInTheirOrderEachOnWhatTheOnesBeforeLeft() {
            assertThat(decide(update(
                            ImagePatch.builder().add("a", "1").replace("a", "2").remove("a"))))
                    .isEqualTo(new Decision.Permitted());
            assertThat(rule(
                            update(ImagePatch.builder()
                                    .add("a", "1")
                                    .remove("a")
                                    .replace("a", "2")),
                            SHARED,
                            OWNING))
                    .isEqualTo(Rule.PROPERTY_NOT_FOUND);
            assertThat(rule(update(ImagePatch.builder().remove("name").diskFormat(DiskFormat.RAW)), SHARED, OWNING))
                    .isEqualTo(Rule.FIELD_NOT_REMOVABLE);
            assertThat(rule(
                            update(ImagePatch.builder()
                                    .diskFormat(DiskFormat.RAW)
                                    .remove("name")),
                            SHARED,
                            OWNING))
                    .isEqualTo(Rule.FORMATS_FIXED);
        }

        @Test
        void strictAddMeetsWhatIsThere() {
            ImagePatch patch = ImagePatch.builder().add("name", "x").build();
            assertThat(rule(new ImageRequest.Update(IMAGE, patch, true), SHARED, OWNING))
                    .isEqualTo(Rule.FIELD_PRESENT);
            assertThat(decide(new ImageRequest.Update(IMAGE, patch, false))).isEqualTo(new Decision.Permitted());
        }

        @Test
        void propertiesAreCountedAtTheEndAndOnlyIfNewOnesCame() {
            Facts full = Facts.of(new ImageFacts(
                    OWNER, Visibility.SHARED, ImageStatus.ACTIVE, false, true, true, Set.of(), numbered("p", 129)));
            assertThat(rule(update(ImagePatch.builder().add("new", "x")), full, OWNING))
                    .isEqualTo(Rule.PROPERTY_LIMIT);
            assertThat(rule(update(ImagePatch.builder().add("new", "x").remove("p1")), full, OWNING))
                    .isEqualTo(Rule.PROPERTY_LIMIT);
            assertThat(ImageLifecycle.decide(
                            update(ImagePatch.builder().replace("p1", "x")), full, OWNING, Profile.LEGACY))
                    .isEqualTo(new Decision.Permitted());
        }

        @Test
        void aSetOfTagsIsCountedWithoutDuplicates() {
            Set<String> tags = numbered("t", 129);
            assertThat(rule(update(ImagePatch.builder().tags(tags)), SHARED, OWNING))
                    .isEqualTo(Rule.TAG_LIMIT);
            assertThat(decide(update(ImagePatch.builder().replace("tags", Collections.nCopies(200, "same")))))
                    .isEqualTo(new Decision.Permitted());
        }

        private static Decision decide(ImageRequest request) {
            return ImageLifecycle.decide(request, SHARED, OWNING, Profile.SECURE_RBAC);
        }

        private static ImageRequest update(ImagePatch.Builder patch) {
            return new ImageRequest.Update(IMAGE, patch.build(), false);
        }
    }

    @Nested
    final class Images {
        @Test
        void anUploadIsRefusedForItsStatusBeforeItsFormats() {
            ImageFacts active = new ImageFacts(
                    OWNER, Visibility.SHARED, ImageStatus.ACTIVE, false, false, false, Set.of(), Set.of());
            assertThat(rule(new ImageRequest.Upload(IMAGE), Facts.of(active), OWNING))
                    .isEqualTo(Rule.IMAGE_NOT_QUEUED);
        }

        @Test
        void aTagThatIsThereIsNoMoreEvenAtTheLimit() {
            Facts full = Facts.of(new ImageFacts(
                    OWNER, Visibility.SHARED, ImageStatus.ACTIVE, false, true, true, numbered("t", 128), Set.of()));
            assertThat(rule(new ImageRequest.AddTag(IMAGE, "new"), full, OWNING))
                    .isEqualTo(Rule.TAG_LIMIT);
            assertThat(ImageLifecycle.decide(new ImageRequest.AddTag(IMAGE, "t1"), full, OWNING, Profile.LEGACY))
                    .isEqualTo(new Decision.Permitted());
        }

        @Test
        void aDeactivatedImageIsRefusedBeforeTheRoleToDownload() {
            Facts frozen = Facts.of(Scenes.image(OWNER, Visibility.SHARED, ImageStatus.DEACTIVATED));
            ImageRequest download = new ImageRequest.Download(IMAGE);
            assertThat(rule(download, frozen, READING)).isEqualTo(Rule.IMAGE_DEACTIVATED);
            assertThat(rule(download, SHARED, READING)).isEqualTo(Rule.ROLE_CANNOT_DOWNLOAD);
        }

        @Test
        void aListIsRefusedForItsWordsBeforeItsCaller() {
            Caller nobody = new Caller(OWNER, Set.of());
            assertThat(rule(new ImageRequest.ListImages("secret", "perhaps"), Facts.NOTHING, nobody))
                    .isEqualTo(Rule.LIST_FILTER_UNKNOWN);
            assertThat(rule(new ImageRequest.ListImages(null, null), Facts.NOTHING, nobody))
                    .isEqualTo(Rule.ROLE_CANNOT_READ);
            assertThat(ImageLifecycle.decide(
                            new ImageRequest.ListImages("", "all"), Facts.NOTHING, nobody, Profile.LEGACY))
                    .isEqualTo(new Decision.Permitted());
        }
    }

    @Nested
    final class Creation {
        private static final NewImage FOREIGN_AND_PUBLIC = NewImage.named("x")
                .owner(BYSTANDER)
                .visibility(Visibility.PUBLIC)
                .build();

        @Test
        void secureRbacLooksAtTheOwnerFirstAndLegacyAtTheVisibility() {
            ImageRequest create = new ImageRequest.Create(FOREIGN_AND_PUBLIC);
            assertThat(rule(create, Facts.NOTHING, OWNING)).isEqualTo(Rule.ONLY_ADMIN_GIVES_AWAY);
            assertThat(refused(ImageLifecycle.decide(create, Facts.NOTHING, OWNING, Profile.LEGACY)))
                    .isEqualTo(Rule.ONLY_ADMIN_PUBLICIZES);
            assertThat(ImageLifecycle.decide(create, Facts.NOTHING, Caller.admin(OWNER), Profile.SECURE_RBAC))
                    .isEqualTo(new Decision.Permitted());
        }

        @Test
        void readersCreateNothingUnderSecureRbacAndAnythingInTheLegacyProfile() {
            ImageRequest create = new ImageRequest.Create(NewImage.named("x").build());
            assertThat(rule(create, Facts.NOTHING, READING)).isEqualTo(Rule.ROLE_CANNOT_WRITE);
            assertThat(ImageLifecycle.decide(create, Facts.NOTHING, READING, Profile.LEGACY))
                    .isEqualTo(new Decision.Permitted());
        }

        @Test
        void reservedNamesComeFirstThenRightThenTagsThenReadOnlyNamesThenPropertiesThenTheId() {
            Facts taken = Facts.NOTHING.withIdTaken(true);
            NewImage.Builder image = NewImage.named("x").id(IMAGE);
            assertThat(rule(new ImageRequest.Create(image.build()), taken, OWNING))
                    .isEqualTo(Rule.IMAGE_ID_TAKEN);
            numbered("p", 129).forEach(name -> image.property(name, ""));
            assertThat(rule(new ImageRequest.Create(image.build()), taken, OWNING))
                    .isEqualTo(Rule.PROPERTY_LIMIT);
            image.property("status", "active");
            assertThat(rule(new ImageRequest.Create(image.build()), taken, OWNING))
                    .isEqualTo(Rule.FIELD_READ_ONLY);
            numbered("t", 129).forEach(image::tag);
            assertThat(rule(new ImageRequest.Create(image.build()), taken, OWNING))
                    .isEqualTo(Rule.TAG_LIMIT);
            image.visibility(Visibility.PUBLIC);
            assertThat(rule(new ImageRequest.Create(image.build()), taken, OWNING))
                    .isEqualTo(Rule.ONLY_ADMIN_PUBLICIZES);
            image.property("deleted_at", "now");
            assertThat(rule(new ImageRequest.Create(image.build()), taken, OWNING))
                    .isEqualTo(Rule.FIELD_RESERVED);
        }

        @Test
        void theServicesOwnPropertiesDoNotCount() {
            assertThat(Fields.counted(
                            Map.of("os_glance_failed_import", "", "mine", "").keySet()))
                    .isEqualTo(1);
        }
    }

    private static Set<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> prefix + n).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Rule rule(MemberRequest request, Facts facts, Caller caller, Profile profile) {
        return refused(MemberLifecycle.decide(request, facts, caller, profile));
    }

    private static Rule rule(ImageRequest request, Facts facts, Caller caller) {
        return refused(ImageLifecycle.decide(request, facts, caller, Profile.SECURE_RBAC));
    }

    private static Rule refused(Decision decision) {
        return decision.refused().orElseThrow().explanation().rule();
    }
}
