package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.BYSTANDER;
import static org.glance4j.lifecycle.Scenes.CONSUMER;
import static org.glance4j.lifecycle.Scenes.IMAGE;
import static org.glance4j.lifecycle.Scenes.NOBODY;
import static org.glance4j.lifecycle.Scenes.OWNER;

import java.util.List;
import java.util.Set;
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

/** The service's own texts, word for word as Glance 25.1.0 gives them. {@code IMG} stands for the image's id. */
final class ServiceTextTest {
    private static final Caller OWNING = Caller.of(OWNER);
    private static final Caller CONSUMING = Caller.of(CONSUMER);
    private static final Facts SHARED = Facts.of(Scenes.image(OWNER, Visibility.SHARED, ImageStatus.ACTIVE));
    private static final Facts PRIVATE = Facts.of(Scenes.image(OWNER, Visibility.PRIVATE, ImageStatus.ACTIVE));
    private static final Facts OFFERED =
            SHARED.withTargetMembership(MemberStatus.PENDING).withCallerMembership(MemberStatus.PENDING);

    private static final MemberRequest ADD = new MemberRequest.Add(IMAGE, CONSUMER);
    private static final MemberRequest GET = new MemberRequest.Get(IMAGE, CONSUMER);
    private static final MemberRequest LIST = new MemberRequest.ListMembers(IMAGE);
    private static final MemberRequest ACCEPT = new MemberRequest.Update(IMAGE, CONSUMER, "accepted");
    private static final MemberRequest REMOVE = new MemberRequest.Remove(IMAGE, CONSUMER);

    @Nested
    final class Members {
        @Test
        void anImageThatIsNotFound() {
            for (MemberRequest request : new MemberRequest[] {ADD, GET, LIST, ACCEPT, REMOVE}) {
                assertThat(legacy(request, Facts.NOTHING, OWNING)).isEqualTo("Image IMG not found.");
                assertThat(secure(request, SHARED, Caller.of(BYSTANDER))).isEqualTo("Image IMG not found.");
            }
        }

        @Test
        void anImageThatIsNotShared() {
            assertThat(legacy(ADD, PRIVATE, OWNING)).isEqualTo("Not allowed to create members for image IMG.");
            assertThat(secure(ADD, PRIVATE, OWNING)).isEqualTo("Not allowed to create members for image IMG.");
            assertThat(secure(GET, PRIVATE, OWNING)).isEqualTo("Only shared images have members.");
            assertThat(secure(LIST, PRIVATE, OWNING))
                    .isEqualTo("Not allowed to list members for image IMG: Only shared images have members.");
            assertThat(secure(ACCEPT, PRIVATE, OWNING)).isEqualTo("Not allowed to update members for image IMG.");
            assertThat(secure(REMOVE, PRIVATE, OWNING)).isEqualTo("Not allowed to delete members for image IMG.");
        }

        @Test
        void aCallerWithoutTheRight() {
            assertThat(legacy(ADD, OFFERED, CONSUMING)).isEqualTo("Not allowed to create members for image IMG.");
            assertThat(secure(ADD, OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete add_member action.");
            assertThat(legacy(ACCEPT, OFFERED, OWNING)).isEqualTo("Not allowed to update members for image IMG.");
            assertThat(secure(ACCEPT, OFFERED, OWNING))
                    .isEqualTo("You are not authorized to complete modify_member action.");
            assertThat(legacy(REMOVE, OFFERED, CONSUMING)).isEqualTo("Not allowed to delete members for image IMG.");
            assertThat(secure(REMOVE, OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete delete_member action.");
            assertThat(secure(GET, OFFERED, new Caller(CONSUMER, Set.of())))
                    .isEqualTo("The resource could not be found.");
        }

        @Test
        void whatTheRequestMeets() {
            assertThat(legacy(GET, SHARED, OWNING))
                    .isEqualTo("consumer-project not found in the member list of the image IMG.");
            assertThat(legacy(ADD, OFFERED, OWNING)).isEqualTo("Member consumer-project is duplicated for image IMG");
            assertThat(legacy(new MemberRequest.Add(IMAGE, NOBODY), SHARED.withMemberCount(128), OWNING))
                    .isEqualTo("Image member limit exceeded for image IMG: The limit has been exceeded on the number of"
                            + " allowed image members for this image. Attempted: 129, Maximum: 128:");
            assertThat(legacy(new MemberRequest.Update(IMAGE, CONSUMER, "ACCEPTED"), OFFERED, CONSUMING))
                    .isEqualTo("Incorrect request: Status must be \"pending\", \"accepted\" or \"rejected\".");
        }
    }

    @Nested
    final class Images {
        @Test
        void anImageThatIsNotFound() {
            assertThat(legacy(new ImageRequest.Get(IMAGE), Facts.NOTHING, OWNING))
                    .isEqualTo("No image found with ID IMG");
            assertThat(legacy(update(ImagePatch.builder()), Facts.NOTHING, OWNING))
                    .isEqualTo("No image found with ID IMG");
            assertThat(legacy(new ImageRequest.Upload(IMAGE), Facts.NOTHING, OWNING))
                    .isEqualTo("No image found with ID IMG");
            assertThat(legacy(new ImageRequest.Delete(IMAGE), Facts.NOTHING, OWNING))
                    .isEqualTo("Failed to find image IMG to delete");
            assertThat(legacy(new ImageRequest.AddTag(IMAGE, "t"), Facts.NOTHING, OWNING))
                    .isEqualTo("Image IMG not found.");
            assertThat(secure(new ImageRequest.Get(IMAGE), SHARED, new Caller(OWNER, Set.of())))
                    .isEqualTo("The resource could not be found.");
        }

        @Test
        void aCallerWithoutTheRight() {
            assertThat(legacy(update(ImagePatch.builder().name("x")), OFFERED, CONSUMING))
                    .isEqualTo("You do not own this image");
            assertThat(secure(update(ImagePatch.builder().name("x")), OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete modify_image action.");
            assertThat(legacy(new ImageRequest.Delete(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("You do not own this image");
            assertThat(secure(new ImageRequest.Delete(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete delete_image action.");
            assertThat(legacy(new ImageRequest.AddTag(IMAGE, "t"), OFFERED, CONSUMING))
                    .isEqualTo("Not allowed to update tags for image IMG.");
            assertThat(legacy(new ImageRequest.RemoveTag(IMAGE, "t"), OFFERED, CONSUMING))
                    .isEqualTo("Not allowed to delete tags for image IMG.");
            assertThat(secure(new ImageRequest.RemoveTag(IMAGE, "t"), OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete modify_image action.");
            assertThat(legacy(new ImageRequest.Deactivate(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("You do not own this image");
            assertThat(secure(new ImageRequest.Deactivate(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete deactivate action.");
            assertThat(secure(new ImageRequest.Reactivate(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete reactivate action.");
            assertThat(legacy(new ImageRequest.Upload(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("Not allowed to upload image data for image IMG");
            assertThat(secure(new ImageRequest.Upload(IMAGE), OFFERED, CONSUMING))
                    .isEqualTo("You are not authorized to complete upload_image action.");
            assertThat(secure(new ImageRequest.Download(IMAGE), SHARED, new Caller(OWNER, Set.of(Role.READER))))
                    .isEqualTo("You are not authorized to complete download_image action.");
        }

        @Test
        void whatOnlyAnAdminMay() {
            assertThat(legacy(update(ImagePatch.builder().visibility(Visibility.PUBLIC)), SHARED, OWNING))
                    .isEqualTo("You are not authorized to complete publicize_image action.");
            assertThat(secure(update(ImagePatch.builder().owner(NOBODY)), SHARED, OWNING))
                    .isEqualTo("Access was denied to this resource. Owner can't be updated by non admin.");
            ImageRequest foreign =
                    new ImageRequest.Create(NewImage.named("x").owner(NOBODY).build());
            assertThat(legacy(foreign, Facts.NOTHING, OWNING))
                    .isEqualTo("You are not permitted to create images owned by 'nobody-project'.");
            assertThat(secure(foreign, Facts.NOTHING, OWNING))
                    .isEqualTo("Access was denied to this resource."
                            + " You are not permitted to create images owned by 'nobody-project'");
        }

        @Test
        void whatTheRequestMeets() {
            assertThat(legacy(update(ImagePatch.builder().replace("absent", "x")), SHARED, OWNING))
                    .isEqualTo("There was a conflict when trying to complete your request."
                            + " Property absent does not exist.");
            assertThat(legacy(update(ImagePatch.builder().remove("name")), SHARED, OWNING))
                    .isEqualTo("Access was denied to this resource. Property name may not be removed.");
            assertThat(legacy(update(ImagePatch.builder().replace("id", "x")), SHARED, OWNING))
                    .isEqualTo("Attribute 'id' is read-only.");
            assertThat(legacy(update(ImagePatch.builder().diskFormat(DiskFormat.RAW)), SHARED, OWNING))
                    .isEqualTo("Attribute disk_format can be only replaced for a queued image.");
            assertThat(legacy(
                            new ImageRequest.Create(NewImage.named("x")
                                    .property("os_glance_foo", "")
                                    .build()),
                            Facts.NOTHING,
                            OWNING))
                    .isEqualTo("Access was denied to this resource. Attribute 'os_glance_foo' is reserved.");
            assertThat(legacy(
                            new ImageRequest.Create(
                                    NewImage.named("x").id(IMAGE).build()),
                            Facts.NOTHING.withIdTaken(true),
                            OWNING))
                    .isEqualTo("Image ID IMG already exists!");
            assertThat(legacy(new ImageRequest.RemoveTag(IMAGE, "absent"), SHARED, OWNING))
                    .isEqualTo("The resource could not be found.");
            assertThat(legacy(new ImageRequest.Upload(IMAGE), SHARED, OWNING))
                    .isEqualTo("Image status transition from active to saving is not allowed");
            assertThat(legacy(new ImageRequest.Deactivate(IMAGE), queued(true, true), OWNING))
                    .isEqualTo("Not allowed to deactivate image in status 'queued'");
            assertThat(legacy(new ImageRequest.Upload(IMAGE), queued(false, false), OWNING))
                    .isEqualTo("Properties disk_format, container_format must be set prior to saving data.");
            assertThat(legacy(new ImageRequest.Upload(IMAGE), queued(true, false), OWNING))
                    .isEqualTo("Property container_format must be set prior to saving data.");
            assertThat(legacy(new ImageRequest.Delete(IMAGE), isProtected(), OWNING))
                    .isEqualTo("Image IMG is protected and cannot be deleted.");
            assertThat(legacy(
                            new ImageRequest.Download(IMAGE),
                            Facts.of(Scenes.image(OWNER, Visibility.SHARED, ImageStatus.DEACTIVATED)),
                            OWNING))
                    .isEqualTo("The requested image has been deactivated. Image data download is forbidden.");
            assertThat(legacy(new ImageRequest.ListImages("secret", null), Facts.NOTHING, OWNING))
                    .isEqualTo("Invalid visibility value: secret");
            assertThat(legacy(new ImageRequest.ListImages(null, "perhaps"), Facts.NOTHING, OWNING))
                    .isEqualTo("Invalid status: perhaps");
        }

        @Test
        void locations() {
            String closed = "It's not allowed to update locations if locations are invisible.";
            String emptied = "Access was denied to this resource. Cannot set locations to empty list.";

            assertThat(legacy(update(ImagePatch.builder().replace("locations", List.of("x"))), SHARED, OWNING))
                    .isEqualTo(closed);
            assertThat(legacy(update(ImagePatch.builder().add("locations", List.of())), SHARED, OWNING))
                    .isEqualTo(closed.replace("update", "add"));
            assertThat(legacy(update(ImagePatch.builder().removeLocation(0)), SHARED, OWNING))
                    .isEqualTo(closed.replace("update", "remove"));
            assertThat(legacy(update(ImagePatch.builder().replace("locations", List.of())), SHARED, OWNING))
                    .isEqualTo(emptied);
            assertThat(legacy(update(ImagePatch.builder().replace("locations", null)), SHARED, OWNING))
                    .isEqualTo(emptied);
            assertThat(legacy(
                            new ImageRequest.Create(NewImage.named("x")
                                    .property("locations", "y")
                                    .build()),
                            Facts.NOTHING,
                            OWNING))
                    .isEqualTo("Attribute 'locations' is reserved.");
        }

        private static Facts queued(boolean hasDiskFormat, boolean hasContainerFormat) {
            return Facts.of(new ImageFacts(
                    OWNER,
                    Visibility.SHARED,
                    ImageStatus.QUEUED,
                    false,
                    hasDiskFormat,
                    hasContainerFormat,
                    Set.of(),
                    Set.of()));
        }

        private static Facts isProtected() {
            return Facts.of(
                    new ImageFacts(OWNER, Visibility.SHARED, ImageStatus.ACTIVE, true, true, true, Set.of(), Set.of()));
        }
    }

    private static ImageRequest update(ImagePatch.Builder patch) {
        return new ImageRequest.Update(IMAGE, patch.build(), false);
    }

    private static String legacy(MemberRequest request, Facts facts, Caller caller) {
        return text(MemberLifecycle.decide(request, facts, caller, Profile.LEGACY));
    }

    private static String secure(MemberRequest request, Facts facts, Caller caller) {
        return text(MemberLifecycle.decide(request, facts, caller, Profile.SECURE_RBAC));
    }

    private static String legacy(ImageRequest request, Facts facts, Caller caller) {
        return text(ImageLifecycle.decide(request, facts, caller, Profile.LEGACY));
    }

    private static String secure(ImageRequest request, Facts facts, Caller caller) {
        return text(ImageLifecycle.decide(request, facts, caller, Profile.SECURE_RBAC));
    }

    private static String text(Decision decision) {
        return decision.refused().orElseThrow().serviceText().replace(IMAGE.value(), "IMG");
    }
}
