package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.junit.jupiter.api.Test;

class MemberKeyTest {

    @Test
    void sameImageAndMemberAreOneKey() {
        assertThat(key("image", "member")).isEqualTo(key("image", "member")).hasSameHashCodeAs(key("image", "member"));
    }

    @Test
    void anotherImageOrMemberIsAnotherKey() {
        assertThat(key("image", "member"))
                .isNotEqualTo(key("other", "member"))
                .isNotEqualTo(key("image", "other"))
                .isNotEqualTo("image member");
    }

    @Test
    void hashesTellApartTheMembersOfAnImageAndTheImagesOfAMember() {
        assertThat(IntStream.range(0, 1000)
                        .map(n -> key("image", "m" + n).hashCode())
                        .distinct())
                .hasSize(1000);
        assertThat(IntStream.range(0, 1000)
                        .map(n -> key("i" + n, "member").hashCode())
                        .distinct())
                .hasSize(1000);
        assertThat(key("one", "two")).as("order counts").doesNotHaveSameHashCodeAs(key("two", "one"));
    }

    private static MemberKey key(String image, String member) {
        return new MemberKey(ImageId.of(image), ProjectId.of(member));
    }
}
