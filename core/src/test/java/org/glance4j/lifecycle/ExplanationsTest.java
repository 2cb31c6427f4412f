package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.CONSUMER;
import static org.glance4j.lifecycle.Scenes.IMAGE;
import static org.glance4j.lifecycle.Scenes.OWNER;

import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refusal explains itself: in memory by the one rule, from outside by every rule that fits. */
final class ExplanationsTest {
    private static final MemberRequest ACCEPT = new MemberRequest.Update(IMAGE, CONSUMER, "accepted");
    private static final ImageFacts SHARED = Scenes.image(OWNER, Visibility.SHARED, ImageStatus.ACTIVE);

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whereAllIsKnownTheOneRuleIsNamed(Profile profile) {
        Decision decision = MemberLifecycle.decide(
                ACCEPT, Facts.of(SHARED).withTargetMembership(MemberStatus.PENDING), Caller.of(OWNER), profile);
        assertThat(decision.refused().orElseThrow().explanation())
                .isEqualTo(new Explanation(
                        Rule.ONLY_CONSUMER_SETS_STATUS,
                        "the owner cannot change a member's status; the consumer consumer-project can"));
    }

    @Test
    void aForbiddenAcceptForAnotherProjectIsTheOwnersOrMeetsAnUnsharedImage() {
        assertThat(texts(ACCEPT, Refusal.FORBIDDEN, Caller.of(OWNER), null))
                .containsExactlyInAnyOrder(
                        "the owner cannot change a member's status; the consumer consumer-project can",
                        "image " + IMAGE + " is not shared, and only shared images have members");
    }

    @Test
    void whatTheClientHoldsNarrowsItDown() {
        assertThat(texts(ACCEPT, Refusal.FORBIDDEN, Caller.of(OWNER), SHARED))
                .containsExactly("the owner cannot change a member's status; the consumer consumer-project can");
    }

    @Test
    void whatTheClientHoldsIsLeftAsideWhereItExplainsNothing() {
        ImageFacts stale = Scenes.image(CONSUMER, Visibility.SHARED, ImageStatus.ACTIVE);
        MemberRequest remove = new MemberRequest.Remove(IMAGE, OWNER);
        assertThat(Explanations.of(remove, Refusal.FORBIDDEN, Caller.of(CONSUMER), stale))
                .isNotEmpty()
                .isEqualTo(Explanations.of(remove, Refusal.FORBIDDEN, Caller.of(CONSUMER), null));
    }

    @Test
    void aMissingMembershipMayBeMissingOrHiddenOrItsImageMay() {
        assertThat(rules(new MemberRequest.Get(IMAGE, OWNER), Refusal.NOT_FOUND, Caller.of(CONSUMER), null))
                .containsExactlyInAnyOrder(
                        Rule.IMAGE_NOT_FOUND,
                        Rule.IMAGE_NOT_VISIBLE,
                        Rule.IMAGE_NOT_SHARED,
                        Rule.MEMBER_NOT_FOUND,
                        Rule.MEMBER_NOT_VISIBLE);
    }

    @Test
    void whoMayNotOfferAnImageMayBeToldThatItIsNotThere() {
        assertThat(rules(new MemberRequest.Add(IMAGE, CONSUMER), Refusal.NOT_FOUND, Caller.of(CONSUMER), null))
                .containsExactlyInAnyOrder(
                        Rule.IMAGE_NOT_FOUND, Rule.IMAGE_NOT_VISIBLE, Rule.ONLY_OWNER_CHANGES_MEMBERS);
        assertThat(rules(new MemberRequest.Add(IMAGE, CONSUMER), Refusal.NOT_FOUND, Caller.admin(OWNER), null))
                .containsExactly(Rule.IMAGE_NOT_FOUND);
    }

    @Test
    void aMemberThatCannotLeaveIsToldThatItCanReject() {
        assertThat(texts(new MemberRequest.Remove(IMAGE, CONSUMER), Refusal.FORBIDDEN, Caller.of(CONSUMER), SHARED))
                .contains("a member cannot leave image " + IMAGE + "; it can reject it, and the owner can remove it");
    }

    @Test
    void rolesAreBlamedOnlyWhereTheyMayBeMissing() {
        MemberRequest add = new MemberRequest.Add(IMAGE, CONSUMER);
        assertThat(rules(add, Refusal.FORBIDDEN, Caller.of(OWNER), null)).doesNotContain(Rule.ROLE_CANNOT_WRITE);
        assertThat(rules(add, Refusal.FORBIDDEN, new Caller(OWNER, Set.of(Role.READER)), null))
                .contains(Rule.ROLE_CANNOT_WRITE);
        assertThat(rules(add, Refusal.FORBIDDEN, null, null)).contains(Rule.ROLE_CANNOT_WRITE);
    }

    @Test
    void anUnknownCallerIsNotNamed() {
        assertThat(texts(new ImageRequest.Get(IMAGE), Refusal.NOT_FOUND, null, null))
                .contains("image " + IMAGE + " is there, but the caller's project does not see it:"
                        + " it is neither its owner nor, while it is shared, its member");
        for (Refusal refusal : Refusal.values()) {
            assertThat(texts(new ImageRequest.Get(IMAGE), refusal, null, null))
                    .noneMatch(text -> text.contains("\u0000"));
            assertThat(Explanations.of(ACCEPT, refusal, null, null))
                    .noneMatch(explanation -> explanation.text().contains("\u0000"));
        }
    }

    @Test
    void limitsAreSuspectedWhateverTheirNumber() {
        assertThat(rules(new MemberRequest.Add(IMAGE, CONSUMER), Refusal.TOO_LARGE, Caller.of(OWNER), null))
                .containsExactly(Rule.MEMBER_LIMIT);
        assertThat(rules(new ImageRequest.AddTag(IMAGE, "x"), Refusal.TOO_LARGE, Caller.of(OWNER), null))
                .containsExactly(Rule.TAG_LIMIT);
        NewImage tagged = NewImage.named("x").tag("t").property("p", "v").build();
        assertThat(rules(new ImageRequest.Create(tagged), Refusal.TOO_LARGE, Caller.of(OWNER), null))
                .containsExactlyInAnyOrder(Rule.TAG_LIMIT, Rule.PROPERTY_LIMIT);
    }

    @Test
    void limitsOfAPatchAreSuspectedToo() {
        ImageRequest patch = new ImageRequest.Update(
                IMAGE, ImagePatch.builder().tags(Set.of("t")).add("p", "v").build(), false);
        assertThat(rules(patch, Refusal.TOO_LARGE, Caller.of(OWNER), null))
                .containsExactlyInAnyOrder(Rule.TAG_LIMIT, Rule.PROPERTY_LIMIT);
    }

    @Test
    void aLimitNamesTheImageWhereThereIsOne() {
        NewImage tagged = NewImage.named("x").tag("t").build();
        assertThat(texts(new ImageRequest.AddTag(IMAGE, "x"), Refusal.TOO_LARGE, Caller.of(OWNER), null))
                .containsExactly("image " + IMAGE + " would have more tags than the service allows");
        assertThat(texts(new ImageRequest.Create(tagged), Refusal.TOO_LARGE, Caller.of(OWNER), null))
                .containsExactly("the image would have more tags than the service allows");
    }

    @Test
    void aMissingRoleNamesWhatItIsMissingFor() {
        Caller reader = new Caller(OWNER, Set.of(Role.READER));
        NewImage image = NewImage.named("x").build();
        assertThat(texts(new ImageRequest.Create(image), Refusal.FORBIDDEN, reader, null))
                .contains("changing anything takes the role member, which the caller does not have");
        assertThat(texts(new ImageRequest.Delete(IMAGE), Refusal.FORBIDDEN, reader, null))
                .contains("changing image " + IMAGE + " takes the role member, which the caller does not have");
    }

    @Test
    void whatCannotBeReadIsUnreadableForTheRoleOrNotSeen() {
        Facts everyones = Facts.of(Scenes.image("public"));
        Facts nobodys = Facts.of(Scenes.image("private-ownerless"));
        ImageRequest get = new ImageRequest.Get(IMAGE);
        assertThat(rule(ImageLifecycle.decide(get, everyones, new Caller(CONSUMER, Set.of()), Profile.SECURE_RBAC)))
                .isEqualTo(Rule.ROLE_CANNOT_READ);
        assertThat(rule(ImageLifecycle.decide(
                        get, nobodys, new Caller(CONSUMER, Set.of(Role.READER)), Profile.SECURE_RBAC)))
                .isEqualTo(Rule.IMAGE_NOT_VISIBLE);
    }

    private static Rule rule(Decision decision) {
        return decision.refused().orElseThrow().explanation().rule();
    }

    @Test
    void anImageRequestOfAnUnknownCallerIsExplainedToo() {
        assertThat(rules(new ImageRequest.Delete(IMAGE), Refusal.FORBIDDEN, null, null))
                .contains(Rule.ONLY_OWNER_CHANGES_IMAGE, Rule.IMAGE_PROTECTED);
    }

    @Test
    void eachFieldThatMayBeThereAlreadyIsNamedWhereAddingIsStrict() {
        ImagePatch patch =
                ImagePatch.builder().add("a", "1").add("b", "2").add("c", "3").build();
        assertThat(texts(new ImageRequest.Update(IMAGE, patch, true), Refusal.CONFLICT, Caller.of(OWNER), null))
                .containsExactlyInAnyOrder(
                        "image " + IMAGE + " has the field a already",
                        "image " + IMAGE + " has the field b already",
                        "image " + IMAGE + " has the field c already");
    }

    @Test
    void anImageInAStatusThatIsNotKnownMayBeDeleted() {
        Facts newer = Facts.of(Scenes.image(OWNER, Visibility.SHARED, ImageStatus.UNRECOGNIZED));
        assertThat(ImageLifecycle.decide(new ImageRequest.Delete(IMAGE), newer, Caller.of(OWNER), Profile.LEGACY)
                        .refused())
                .isEmpty();
    }

    @Test
    void eachPropertyThatMayBeMissingIsNamed() {
        ImagePatch patch = ImagePatch.builder().replace("a", "1").remove("b").build();
        assertThat(texts(new ImageRequest.Update(IMAGE, patch, false), Refusal.CONFLICT, Caller.of(OWNER), null))
                .containsExactlyInAnyOrder(
                        "image " + IMAGE + " does not have the property a",
                        "image " + IMAGE + " does not have the property b");
    }

    @Test
    void imageRequestsAreExplainedByTheImagesOwnState() {
        Caller owner = Caller.of(OWNER);
        assertThat(rules(new ImageRequest.Delete(IMAGE), Refusal.FORBIDDEN, owner, null))
                .containsExactlyInAnyOrder(Rule.ONLY_OWNER_CHANGES_IMAGE, Rule.IMAGE_PROTECTED);
        assertThat(rules(new ImageRequest.Deactivate(IMAGE), Refusal.FORBIDDEN, Caller.admin(OWNER), null))
                .containsExactly(Rule.IMAGE_NOT_ACTIVE);
        assertThat(rules(new ImageRequest.Upload(IMAGE), Refusal.CONFLICT, owner, null))
                .containsExactly(Rule.IMAGE_NOT_QUEUED);
        assertThat(rules(new ImageRequest.Upload(IMAGE), Refusal.BAD_REQUEST, owner, null))
                .containsExactly(Rule.FORMATS_MISSING);
        assertThat(rules(new ImageRequest.Download(IMAGE), Refusal.FORBIDDEN, owner, null))
                .containsExactly(Rule.IMAGE_DEACTIVATED);
        assertThat(rules(new ImageRequest.RemoveTag(IMAGE, "x"), Refusal.NOT_FOUND, owner, SHARED))
                .contains(Rule.TAG_NOT_FOUND);
        assertThat(rules(new ImageRequest.Create(NewImage.named("x").id(IMAGE).build()), Refusal.CONFLICT, owner, null))
                .containsExactly(Rule.IMAGE_ID_TAKEN);
    }

    @Test
    void whatNoRuleRefusesIsNotExplained() {
        assertThat(Explanations.of(new MemberRequest.ListMembers(IMAGE), Refusal.GONE, Caller.of(OWNER), null))
                .isEmpty();
    }

    private static List<Rule> rules(
            MemberRequest request, Refusal refusal, @Nullable Caller caller, @Nullable ImageFacts held) {
        return Explanations.of(request, refusal, caller, held).stream()
                .map(Explanation::rule)
                .distinct()
                .toList();
    }

    private static List<Rule> rules(
            ImageRequest request, Refusal refusal, @Nullable Caller caller, @Nullable ImageFacts held) {
        return Explanations.of(request, refusal, caller, held).stream()
                .map(Explanation::rule)
                .distinct()
                .toList();
    }

    private static List<String> texts(
            MemberRequest request, Refusal refusal, @Nullable Caller caller, @Nullable ImageFacts held) {
        return Explanations.of(request, refusal, caller, held).stream()
                .map(Explanation::text)
                .toList();
    }

    private static List<String> texts(
            ImageRequest request, Refusal refusal, @Nullable Caller caller, @Nullable ImageFacts held) {
        return Explanations.of(request, refusal, caller, held).stream()
                .map(Explanation::text)
                .toList();
    }
}
