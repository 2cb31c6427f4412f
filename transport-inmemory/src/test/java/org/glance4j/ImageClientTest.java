package org.glance4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.CONSUMER;
import static org.glance4j.testing.Scene.PRODUCER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.auth.Caller;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.Scene;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageClientTest {
    private static final byte[] BYTES = {0, 1, 2, 3, 4, 5, 6, 7};

    private static final MetadefProperty PROPERTY =
            MetadefProperty.of("x", PropertyType.STRING, "X").build();

    private final Scene scene = new Scene();
    private final ManualTime time = new ManualTime();
    private final ImageTransport transport = scene.owner();
    private final ImageClient client =
            ImageClient.builder(transport).ticker(time).build();

    @AfterEach
    void close() {
        scene.close();
    }

    private ImageClient client(boolean limited) {
        return limited ? client.within(Duration.ofSeconds(10)) : client;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void imagesAreCreatedShownChangedAndDeleted(boolean limited) {
        Images images = client(limited).images();
        ImageId id = images.create(NewImage.named("a").build()).id();

        assertThat(images.get(id).name()).isEqualTo("a");
        assertThat(images.update(id, ImagePatch.builder().name("b").build()).name())
                .isEqualTo("b");
        images.addTag(id, "x");
        images.addTag(id, "y");
        images.removeTag(id, "x");
        assertThat(images.get(id).tags()).containsExactly("y");
        images.delete(id);
        assertThat(images.find(id)).isEmpty();
        assertThatThrownBy(() -> images.get(id)).isInstanceOf(ImageNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dataGoesUpAndDown(boolean limited) throws Exception {
        ImageClient door = client(limited);
        ImageId id = door.images()
                .create(NewImage.named("data")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
        door.data().upload(id, ImageData.of(BYTES));

        try (ImageDownload all = door.data().download(id);
                ImageDownload part = door.data().download(id, ByteRange.between(2, 4))) {
            assertThat(all.stream().readAllBytes()).isEqualTo(BYTES);
            assertThat(part.stream().readAllBytes()).containsExactly(2, 3, 4);
        }
        door.images().deactivate(id);
        assertThat(door.images().get(id).status()).isEqualTo(ImageStatus.DEACTIVATED);
        door.images().reactivate(id);
        assertThat(door.images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void membersAreThePortsOperations(boolean limited) {
        ImageClient door = client(limited);
        ImageId id = scene.sharedImage();
        Member added = door.members().add(id, CONSUMER);

        assertThat(door.members().get(id, CONSUMER)).isEqualTo(added);
        assertThat(door.members().list(id)).containsExactly(added);
        assertThatThrownBy(() -> door.members().updateStatus(id, CONSUMER, MemberStatus.ACCEPTED))
                .isInstanceOf(ForbiddenException.class);
        door.members().remove(id, CONSUMER);
        assertThat(door.members().list(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void metadataCatalogIsReadAndRefusesChangesOfAnOwner(boolean limited) {
        Metadefs catalog = client(limited).metadefs();
        NamespaceName name = NamespaceName.of("n");
        assertThat(catalog.namespaces().list()).isEmpty();
        assertThat(catalog.resourceTypes().list()).isEmpty();
        List<ThrowingCallable> unknown = List.of(
                () -> catalog.namespaces().get(name),
                () -> catalog.namespaces().get(name, "t"),
                () -> catalog.namespaces().update(name, Namespace.named("n").build()),
                () -> catalog.namespaces().delete(name),
                () -> catalog.objects().list(name),
                () -> catalog.objects().get(name, "x"),
                () -> catalog.objects().create(name, MetadefObject.named("x").build()),
                () -> catalog.objects()
                        .update(name, "x", MetadefObject.named("x").build()),
                () -> catalog.objects().delete(name, "x"),
                () -> catalog.objects().deleteAll(name),
                () -> catalog.properties().list(name),
                () -> catalog.properties().get(name, "x"),
                () -> catalog.properties().get(name, "x", "t"),
                () -> catalog.properties().create(name, PROPERTY),
                () -> catalog.properties().update(name, "x", PROPERTY),
                () -> catalog.properties().delete(name, "x"),
                () -> catalog.properties().deleteAll(name),
                () -> catalog.tags().list(name),
                () -> catalog.tags().get(name, "x"),
                () -> catalog.tags().create(name, "x"),
                () -> catalog.tags().addAll(name, List.of("x")),
                () -> catalog.tags().replaceAll(name, List.of("x")),
                () -> catalog.tags().rename(name, "x", "y"),
                () -> catalog.tags().delete(name, "x"),
                () -> catalog.tags().deleteAll(name),
                () -> catalog.resourceTypes().listOf(name),
                () -> catalog.resourceTypes().associate(name, ResourceTypeAssociation.of("t")),
                () -> catalog.resourceTypes().dissociate(name, "t"));
        unknown.forEach(call -> assertThatThrownBy(call).isInstanceOf(MetadefNotFoundException.class));
        assertThatThrownBy(
                        () -> catalog.namespaces().create(Namespace.named("n").build()))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("cannot create namespace n: You are not authorized")
                .hasMessageContaining("only an admin can change the catalog");
        assertThatThrownBy(() -> catalog.objects().get(name, "x"))
                .hasMessageStartingWith("cannot show metadata object x of namespace n: ");
    }

    @Test
    void listingGoesOverAllPagesAndAPageIsOne() {
        List<ImageId> newestFirst = new ArrayList<>();
        Stream.generate(scene::sharedImage).limit(10).forEach(id -> newestFirst.add(0, id));
        ImageQuery pagesOfThree = ImageQuery.builder().limit(3).build();

        assertThat(client.images().list(pagesOfThree)).extracting(Image::id).containsExactlyElementsOf(newestFirst);
        assertThat(client.images().list()).hasSize(10);
        assertThat(client.images().page(pagesOfThree).items()).hasSize(3);
        assertThat(client.images().page(pagesOfThree).next()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listingsOfTasksAndNamespacesGoOverAllPagesAndAPageIsOne(boolean limited) {
        ImageClient admin = ImageClient.of(scene.admin());
        ImageClient door = limited ? admin.within(Duration.ofSeconds(10)) : admin;
        ImportTaskInput input = ImportTaskInput.fromUrl("http://images.example/x", DiskFormat.RAW, Map.of());
        List<TaskId> tasks = new ArrayList<>();
        List<NamespaceName> namespaces = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(door.tasks().create(input).id());
            namespaces.add(
                    0,
                    door.metadefs()
                            .namespaces()
                            .create(Namespace.named(name).build())
                            .name());
        }
        TaskQuery twoTasks = TaskQuery.builder().limit(2).build();
        NamespaceQuery twoNamespaces = NamespaceQuery.builder().limit(2).build();

        assertThat(door.tasks().list(twoTasks)).extracting(Task::id).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(door.tasks().list()).hasSize(3);
        assertThat(door.tasks().page(twoTasks).items()).hasSize(2);
        assertThat(door.tasks().page(twoTasks).next()).isPresent();
        assertThat(door.tasks().find(tasks.get(0))).isPresent();
        assertThat(door.tasks().find(TaskId.of("t"))).isEmpty();
        assertThat(door.metadefs().namespaces().list(twoNamespaces))
                .extracting(Namespace::name)
                .containsExactlyElementsOf(namespaces);
        assertThat(door.metadefs().namespaces().list()).hasSize(3);
        assertThat(door.metadefs().namespaces().page(twoNamespaces).items()).hasSize(2);
        assertThat(door.metadefs().namespaces().page(twoNamespaces).next()).isPresent();
        assertThat(door.metadefs().namespaces().find(namespaces.get(0))).isPresent();
        assertThat(door.metadefs().namespaces().find(NamespaceName.of("z"))).isEmpty();
    }

    @Test
    void everyCallOfAViewHasItsWholeTime() {
        ImageClient view = client.within(Duration.ofSeconds(10));
        ImageId id = scene.sharedImage();

        for (int i = 0; i < 5; i++) {
            time.pass(Duration.ofSeconds(9));
            assertThat(view.images().get(id).id()).isEqualTo(id);
        }
    }

    @Test
    void everyPageOfAListingHasItsWholeTime() {
        Stream.generate(scene::sharedImage).limit(5).forEach(id -> {});
        ImageClient view = client.within(Duration.ofSeconds(10));

        assertThat(view.images().list(ImageQuery.builder().limit(1).build()))
                .allSatisfy(image -> time.pass(Duration.ofSeconds(9)))
                .hasSize(5);
    }

    @Test
    void callWithoutTimeIsNotSent() {
        ImageClient hasty = client.within(Duration.ZERO);
        ImageId id = scene.sharedImage();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> hasty.images().get(id),
                () -> hasty.images().create(NewImage.named("late").build()),
                () -> hasty.images().list().iterator().next(),
                () -> hasty.data().download(id),
                () -> hasty.members().get(id, CONSUMER),
                () -> hasty.sharing().offer(id, CONSUMER))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            DeadlineExceededException.class,
                            late -> assertThat(late.effect()).isEqualTo(Effect.NOT_SENT));
        }
        assertThat(client.images().list()).hasSize(1);
    }

    @Test
    void viewOfAViewHasTheNewDuration() {
        ImageId id = scene.sharedImage();

        assertThat(client.within(Duration.ZERO)
                        .within(Duration.ofSeconds(1))
                        .images()
                        .get(id)
                        .id())
                .isEqualTo(id);
    }

    @Test
    void callerIsTheTransports() {
        assertThat(client.caller()).hasValue(Caller.of(PRODUCER));
        assertThat(client.within(Duration.ofSeconds(1)).caller()).hasValue(Caller.of(PRODUCER));
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks can do
    void nullIsRefusedByName() {
        ImageId id = scene.sharedImage();

        assertThatThrownBy(() -> ImageClient.of(null)).hasMessage("transport");
        assertThatThrownBy(() -> client.images().get(null)).hasMessage("id");
        assertThatThrownBy(() -> client.images().create(null)).hasMessage("image");
        assertThatThrownBy(() -> client.images().list(null)).hasMessage("query");
        assertThatThrownBy(() -> client.members().get(id, null)).hasMessage("memberId");
        assertThatThrownBy(() -> client.members().add(id, null)).hasMessage("memberId");
        assertThatThrownBy(() -> client.members().remove(null, CONSUMER)).hasMessage("imageId");
        assertThatThrownBy(() -> client.sharing().offer(id, (ProjectId) null)).hasMessage("project");
        assertThatThrownBy(() -> client.sharing().accept(null)).hasMessage("imageId");
        assertThatThrownBy(() -> client.sharing().reconcile(id, null)).hasMessage("projects");
        assertThatThrownBy(() -> client.within(null)).hasMessage("duration");
    }
}
