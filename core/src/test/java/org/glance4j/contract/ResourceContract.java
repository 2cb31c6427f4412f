package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.lifecycle.Profile;
import org.glance4j.lifecycle.TaskLifecycle;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Task;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * What the contracts share. Each test makes images of its own, with names and ids of its own, and deletes them, so that the
 * contract can run on a service that others use.
 */
abstract class ResourceContract {
    private static final int MOST_LOOKS = 600;

    private final List<ImageId> made = new ArrayList<>();

    /**
     * Returns the target that the contract is held against.
     *
     * @return the target
     */
    protected abstract ContractTarget target();

    // ---- who

    final ImageTransport owner() {
        return target().as(Party.OWNER);
    }

    final ImageTransport consumer() {
        return target().as(Party.CONSUMER);
    }

    final ImageTransport bystander() {
        return target().as(Party.BYSTANDER);
    }

    final ImageTransport admin() {
        return target().as(Party.ADMIN);
    }

    final ImageTransport reader() {
        return target().as(Party.READER);
    }

    final ProjectId project(Party party) {
        return target().caller(party).project();
    }

    final ProjectId consumerId() {
        return project(Party.CONSUMER);
    }

    /** Returns a project that no party belongs to; the service does not ask whether it exists. */
    static ProjectId someProject() {
        return ProjectId.of(UUID.randomUUID().toString().replace("-", ""));
    }

    final boolean isLegacy() {
        return target().profile() == Profile.LEGACY;
    }

    // ---- what

    static String uniqueName() {
        return "contract-" + UUID.randomUUID();
    }

    static ImageId unknownImage() {
        return ImageId.of(UUID.randomUUID());
    }

    final Image create(ImageTransport party, NewImage image) {
        Image created = party.images().create(image);
        made.add(created.id());
        return created;
    }

    final Image create(UnaryOperator<NewImage.Builder> change) {
        NewImage.Builder builder =
                NewImage.named(uniqueName()).diskFormat(DiskFormat.RAW).containerFormat(ContainerFormat.BARE);
        return create(owner(), change.apply(builder).build());
    }

    /** Returns a queued image of the owner's. */
    final Image image(Visibility visibility) {
        Image image = create(builder -> visibility == Visibility.PUBLIC ? builder : builder.visibility(visibility));
        return visibility == Visibility.PUBLIC ? changeVisibility(admin(), image.id(), visibility) : image;
    }

    final ImageId shared() {
        return image(Visibility.SHARED).id();
    }

    /** Returns a shared image with the consumer as its member. */
    final ImageId sharedWithConsumer(MemberStatus status) {
        ImageId image = shared();
        share(image, status);
        return image;
    }

    final void share(ImageId image, MemberStatus status) {
        owner().members().add(image, consumerId());
        if (status != MemberStatus.PENDING) {
            consumer().members().updateStatus(image, consumerId(), status);
        }
    }

    final ImageId withData(byte[] data) {
        ImageId image = shared();
        owner().data().upload(image, ImageData.of(data));
        return image;
    }

    /** Returns the image once a condition holds for it, which takes the service a while. */
    final Image awaited(ImageId id, Predicate<Image> condition) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Image image = admin().images().get(id);
            if (condition.test(image)) {
                return image;
            }
            target().awaitProgress();
        }
        throw new AssertionError("the image is still " + admin().images().get(id));
    }

    /** Returns an image's only task once it has ended. */
    final Task ended(ImageId id) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            List<Task> tasks = admin().imports().tasks(id);
            assertThat(tasks).hasSize(1);
            if (TaskLifecycle.isFinal(tasks.get(0).status())) {
                return tasks.get(0);
            }
            target().awaitProgress();
        }
        throw new AssertionError("the task is still " + admin().imports().tasks(id));
    }

    /** Has a note that an image was made otherwise, to be deleted at the end. */
    final void remember(ImageId image) {
        made.add(image);
    }

    static Image changeVisibility(ImageTransport party, ImageId image, Visibility visibility) {
        return party.images()
                .update(image, ImagePatch.builder().visibility(visibility).build());
    }

    /** Returns the ids on all pages of a listing, in their order. */
    static List<ImageId> listed(ImageTransport party, ImageQuery.Builder query) {
        List<ImageId> ids = new ArrayList<>();
        Optional<ImageQuery> next = Optional.of(query.build());
        while (next.isPresent()) {
            Page<Image> page = party.images().list(next.get());
            page.items().forEach(image -> ids.add(image.id()));
            assertThat(ids).doesNotHaveDuplicates();
            next = page.next();
        }
        return ids;
    }

    static ImageQuery.Builder named(Image image) {
        return ImageQuery.builder().name(String.valueOf(image.name()));
    }

    // ---- outcomes

    /** Returns the refusal, after looking at everything that a refusal has to tell. */
    final <E extends ImageServiceException> E refused(Class<E> type, int status, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(type);
        E refusal = type.cast(thrown);
        assertThat(refusal.failure().status()).as(refusal.getMessage()).isEqualTo(status);
        assertThat(refusal.effect()).as(refusal.getMessage()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(refusal.failure().serviceText()).as(refusal.getMessage()).isNotBlank();
        if (status == 403 || status == 404 || status == 409 || status == 413) {
            assertThat(refusal.failure().explanations())
                    .as(refusal.getMessage())
                    .isNotEmpty();
        }
        return refusal;
    }

    /** Checks that a value which cannot be sent, or is not taken, is refused, and that nothing came of it. */
    static <E extends ImageServiceException> E refusedHereOrThere(Class<E> type, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(type);
        E refusal = type.cast(thrown);
        assertThat(refusal.effect()).as(refusal.getMessage()).isIn(Effect.NOT_SENT, Effect.NOT_APPLIED);
        return refusal;
    }

    final Member row(ImageId image) {
        return admin().members().get(image, consumerId());
    }

    final List<ProjectId> rows(ImageId image) {
        return admin().members().list(image).stream().map(Member::memberId).toList();
    }

    // ---- the wire

    final WireAnswer send(@Nullable Party party, WireRequest request) {
        WireAnswer answer = target().exchange(party, request);
        if (answer.status() != 401) {
            assertThat(answer.header("x-openstack-request-id"))
                    .as(answer.toString())
                    .isPresent();
        }
        return answer;
    }

    final void answers(int status, @Nullable Party party, WireRequest request) {
        WireAnswer answer = send(party, request);
        assertThat(answer.status()).as("%s, as %s: %s", request, party, answer).isEqualTo(status);
    }

    static WireRequest get(String target) {
        return WireRequest.of("GET", target);
    }

    static WireRequest post(String target, String json) {
        return WireRequest.of("POST", target).json(json);
    }

    static WireRequest put(String target, String json) {
        return WireRequest.of("PUT", target).json(json);
    }

    static WireRequest patch(ImageId image, String json) {
        return WireRequest.of("PATCH", path(image)).body("application/openstack-images-v2.1-json-patch", json);
    }

    static String path(ImageId image) {
        return "/v2/images/" + image;
    }

    static String members(ImageId image) {
        return path(image) + "/members";
    }

    static String member(ImageId image, ProjectId member) {
        return members(image) + "/" + member;
    }

    // ---- afterwards

    @AfterEach
    final void deleteWhatWasMade() {
        for (ImageId image : made) {
            try {
                admin().images().delete(image);
            } catch (ForbiddenException e) {
                admin().images()
                        .update(image, ImagePatch.builder().isProtected(false).build());
                admin().images().delete(image);
            } catch (ImageNotFoundException e) {
                assertThat(e.failure().imageId()).isEqualTo(image);
            }
        }
    }
}
