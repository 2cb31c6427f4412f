package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.error.TagNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.junit.jupiter.api.Test;

/** Tags. */
abstract class TagContract extends ResourceContract {

    private Set<String> tags(ImageId image) {
        return owner().images().get(image).tags();
    }

    @Test
    @Statement("S-094")
    final void tagIsThereOnceHoweverOftenItIsAdded() {
        ImageId image = shared();
        owner().images().addTag(image, "blue");
        owner().images().addTag(image, "blue");
        owner().images().addTag(image, "Blue");
        assertThat(tags(image)).containsExactlyInAnyOrder("blue", "Blue");
        assertThat(send(Party.OWNER, get(path(image))).json().get("tags")).hasSize(2);
        WireAnswer answer = send(Party.OWNER, WireRequest.of("PUT", path(image) + "/tags/blue"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @Statement("S-095")
    final void absentTagIsNotFound() {
        ImageId image = shared();
        owner().images().addTag(image, "blue");
        refused(TagNotFoundException.class, 404, () -> owner().images().removeTag(image, "red"));
        assertThat(tags(image)).containsExactly("blue");
        owner().images().removeTag(image, "blue");
        assertThat(tags(image)).isEmpty();
        refused(TagNotFoundException.class, 404, () -> owner().images().removeTag(image, "blue"));
    }

    @Test
    @Statement("S-096")
    final void tagHasNoMoreThan255Characters() {
        ImageId image = shared();
        owner().images().addTag(image, "t".repeat(255));
        refusedHereOrThere(InvalidRequestException.class, () -> owner().images().addTag(image, "t".repeat(256)));
        answers(400, Party.OWNER, WireRequest.of("PUT", path(image) + "/tags/" + "t".repeat(256)));
        answers(400, Party.OWNER, post("/v2/images", "{\"tags\": [\"" + "t".repeat(256) + "\"]}"));
        assertThat(tags(image)).containsExactly("t".repeat(255));
    }

    @Test
    @Statement("S-097")
    final void imageHasNoMoreThan128Tags() {
        NewImage.Builder builder = NewImage.named(uniqueName());
        for (int i = 0; i < 128; i++) {
            builder.tag("t" + i);
        }
        Image image = create(owner(), builder.build());
        assertThat(image.tags()).hasSize(128);
        refused(LimitExceededException.class, 413, () -> owner().images().addTag(image.id(), "one-more"));
        refused(
                LimitExceededException.class,
                413,
                () -> create(owner(), builder.tag("one-more").build()));
        assertThat(tags(image.id())).isEqualTo(image.tags());
        owner().images().addTag(image.id(), "t0");
        assertThat(tags(image.id())).isEqualTo(image.tags());
    }

    @Test
    final void rightIsLookedAtBeforeTheTag() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        refused(ForbiddenException.class, 403, () -> consumer().images().removeTag(image, "absent"));
        refused(ForbiddenException.class, 403, () -> consumer().images().addTag(image, "x"));
        refused(TagNotFoundException.class, 404, () -> bystander().images().removeTag(image, "absent"));
        assertThat(tags(image)).isEmpty();
    }

    /** Beyond ASCII, Glance 25.1.0 reads a path as Latin-1: such a tag arrives in a patch. */
    @Test
    final void tagsArriveByteForByte() {
        ImageId image = shared();
        List<String> odd = List.of("50%", "%41", "a b", "a+b", "a?b#c", "a;b=c", "~", "...");
        odd.forEach(tag -> owner().images().addTag(image, tag));
        assertThat(tags(image)).containsExactlyInAnyOrderElementsOf(odd);
        odd.forEach(tag -> owner().images().removeTag(image, tag));
        assertThat(tags(image)).isEmpty();
    }

    @Test
    final void replacingTheTagsIsReplacingThemAll() {
        Image image = create(builder -> builder.tag("a").tag("b"));
        owner().images()
                .update(
                        image.id(),
                        ImagePatch.builder().tags(Set.of("b", "c/d", "é")).build());
        assertThat(tags(image.id())).containsExactlyInAnyOrder("b", "c/d", "é");
    }
}
