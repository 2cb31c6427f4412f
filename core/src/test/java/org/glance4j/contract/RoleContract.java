package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.ForbiddenException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.junit.jupiter.api.Test;

/** What the role {@code reader} allows: everything of its project in the legacy profile, reading in the other. */
abstract class RoleContract extends ResourceContract {

    private void isForbiddenUnlessLegacy(ThrowingCallable change) throws Throwable {
        if (isLegacy()) {
            change.call();
        } else {
            refused(ForbiddenException.class, 403, change);
        }
    }

    @Test
    final void readerReadsWhatItsProjectReads() {
        Image image = create(builder -> builder);
        share(image.id(), MemberStatus.ACCEPTED);
        assertThat(reader().images().get(image.id())).isEqualTo(image);
        assertThat(listed(reader(), named(image))).containsExactly(image.id());
        assertThat(reader().members().list(image.id())).hasSize(1);
        assertThat(reader().members().get(image.id(), consumerId())).isEqualTo(row(image.id()));
    }

    @Test
    final void readerChangesMembersInTheLegacyProfileAlone() throws Throwable {
        ImageId image = shared();
        isForbiddenUnlessLegacy(() -> reader().members().add(image, consumerId()));
        assertThat(rows(image)).hasSize(isLegacy() ? 1 : 0);
        if (!isLegacy()) {
            owner().members().add(image, consumerId());
        }
        isForbiddenUnlessLegacy(() -> reader().members().remove(image, consumerId()));
        assertThat(rows(image)).hasSize(isLegacy() ? 0 : 1);
    }

    @Test
    final void readerChangesImagesInTheLegacyProfileAlone() throws Throwable {
        ImageId image = withData(new byte[] {1, 2});
        isForbiddenUnlessLegacy(() -> reader().data().download(image).close());
        isForbiddenUnlessLegacy(() -> reader().images().addTag(image, "t"));
        isForbiddenUnlessLegacy(() -> reader().images()
                .update(image, ImagePatch.builder().name("other").build()));
        isForbiddenUnlessLegacy(() -> reader().images().deactivate(image));
        isForbiddenUnlessLegacy(
                () -> create(reader(), NewImage.named(uniqueName()).build()));
        isForbiddenUnlessLegacy(() -> reader().images().delete(image));
    }
}
