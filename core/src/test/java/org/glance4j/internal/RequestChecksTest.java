package org.glance4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.Effect;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestChecksTest {
    private static final ImageId ID = ImageId.of("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    private static final String HALF = "half a pair: \ud83d";

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "..", "a/b", "a\nb", "a\u0000b", "\ud83d", "\ud83d\ude00", "\u00e4", "\u6f22"})
    void whatNoPathCanCarryIsNotSent(String segment) {
        assertRefused(() -> RequestChecks.addressable(Operation.GET_IMAGE, ImageId.of(segment)));
        assertRefused(() -> RequestChecks.addressable(Operation.GET_MEMBER, ID, ProjectId.of(segment)));
        assertRefused(() -> RequestChecks.addressableTag(Operation.ADD_TAG, ID, segment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%2F", "100%", "a b", "~!$&'()*+,;=:@?#[]", "..."})
    void anyOtherTextIsSentAsItIs(String segment) {
        assertThat(RequestChecks.addressableTag(Operation.ADD_TAG, ID, segment)).isEqualTo(segment);
    }

    @Test
    void textIsSentUpToTheLongestOfTheService() {
        String longest = "%".repeat(255);
        assertThat(RequestChecks.addressableTag(Operation.ADD_TAG, ID, longest)).isEqualTo(longest);
        assertRefused(() -> RequestChecks.addressableTag(Operation.ADD_TAG, ID, longest + "x"));
    }

    @Test
    void newImageThatNoBodyCanCarryIsNotSent() {
        assertRefused(() -> RequestChecks.encodable(NewImage.named(HALF).build()));
        assertRefused(() -> RequestChecks.encodable(NewImage.builder().tag(HALF).build()));
        assertRefused(() ->
                RequestChecks.encodable(NewImage.builder().property(HALF, "x").build()));
        assertRefused(() ->
                RequestChecks.encodable(NewImage.builder().property("x", HALF).build()));
        assertRefused(() ->
                RequestChecks.encodable(NewImage.builder().property("name", "x").build()));
        assertRefused(() -> RequestChecks.encodable(
                NewImage.builder().visibility(Visibility.UNRECOGNIZED).build()));
        NewImage good =
                NewImage.named("a/b\n\ud83d\ude00").tag("%").property("", "").build();
        assertThat(RequestChecks.encodable(good)).isSameAs(good);
    }

    @Test
    void patchThatNoBodyCanCarryIsNotSent() {
        assertRefused(() ->
                RequestChecks.encodable(ID, ImagePatch.builder().name(HALF).build()));
        assertRefused(() -> RequestChecks.encodable(
                ID, ImagePatch.builder().tags(Set.of(HALF)).build()));
        assertRefused(() ->
                RequestChecks.encodable(ID, ImagePatch.builder().remove(HALF).build()));
        ImagePatch good = ImagePatch.builder().tags(Set.of("a/b")).name(null).build();
        assertThat(RequestChecks.encodable(ID, good)).isSameAs(good);
    }

    private static void assertRefused(ThrowingCallable call) {
        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
    }
}
