package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.auth.Caller;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

final class AccessTest {
    private static final ImageFacts IMAGE = Scenes.image(Scenes.OWNER, Visibility.SHARED, ImageStatus.ACTIVE);

    @Test
    void anAdminIsOneTowardsItsOwnImageToo() {
        assertThat(Access.actorOf(IMAGE, MemberStatus.ACCEPTED, Caller.admin(Scenes.OWNER)))
                .isEqualTo(Actor.ADMIN);
    }

    @Test
    void theOwnerIsItWhetherItIsAMemberOrNot() {
        assertThat(Access.actorOf(IMAGE, null, Caller.of(Scenes.OWNER))).isEqualTo(Actor.OWNER);
        assertThat(Access.actorOf(IMAGE, MemberStatus.PENDING, Caller.of(Scenes.OWNER)))
                .isEqualTo(Actor.OWNER);
    }

    @Test
    void anotherIsAMemberWhateverItDecidedAndElseABystander() {
        assertThat(Access.actorOf(IMAGE, MemberStatus.REJECTED, Caller.of(Scenes.CONSUMER)))
                .isEqualTo(Actor.MEMBER);
        assertThat(Access.actorOf(IMAGE, null, Caller.of(Scenes.CONSUMER))).isEqualTo(Actor.BYSTANDER);
    }
}
