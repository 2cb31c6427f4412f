package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.auth.Caller;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.error.PropertyConflictException;
import org.glance4j.error.TagNotFoundException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.750Z");
    private static final Instant SHOWN = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProjectId PRODUCER = ProjectId.of("producer");

    private final MovableClock clock = new MovableClock(START);
    private final InMemoryImageService service =
            InMemoryImageService.builder().clock(clock).build();
    private final ImageTransport owner = service.as(Caller.of(PRODUCER));
    private final ImageTransport admin = service.as(Caller.admin(ProjectId.of("ops")));

    @AfterEach
    void close() {
        service.close();
    }

    private static void assertRefused(Class<? extends ImageServiceException> type, Rule rule, ThrowingCallable call) {
        ImageServiceException refused = catchThrowableOfType(type, call);
        assertThat(refused).isNotNull();
        assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(refused.failure().requestId()).startsWith("req-");
        assertThat(refused.failure().explanations())
                .singleElement()
                .satisfies(why -> assertThat(why.rule()).isEqualTo(rule));
    }

    @Nested
    class Create {
        @Test
        void freshImageIsQueuedSharedAndTheCallers() {
            Image image = owner.images().create(NewImage.named("debian").build());
            Image expected = Image.builder(image.id(), ImageStatus.QUEUED, SHOWN)
                    .updatedAt(SHOWN)
                    .name("debian")
                    .visibilityWord("shared")
                    .owner(PRODUCER)
                    .build();
            assertThat(image).isEqualTo(expected);
            assertThat(image.id().value()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }

        @Test
        void idsAreTakenForEverAndComparedLetterByLetter() {
            ImageId lower = ImageId.of("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
            ImageId upper = ImageId.of("AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE");
            owner.images().create(NewImage.builder().id(lower).build());
            owner.images().create(NewImage.builder().id(upper).build());
            owner.images().delete(lower);
            ImageTransport other = service.as(Caller.of(ProjectId.of("other")));
            for (ImageId taken : new ImageId[] {lower, upper}) {
                assertRefused(
                        ImageAlreadyExistsException.class,
                        Rule.IMAGE_ID_TAKEN,
                        () -> other.images().create(NewImage.builder().id(taken).build()));
            }
        }

        @Test
        void idsAreThoseOfTheGivenSource() {
            ImageId id = ImageId.of("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
            try (InMemoryImageService one =
                    InMemoryImageService.builder().ids(() -> id).build()) {
                ImageTransport transport = one.as(Caller.of(PRODUCER));
                assertThat(transport
                                .images()
                                .create(NewImage.named("x").build())
                                .id())
                        .isEqualTo(id);
                assertRefused(
                        ImageAlreadyExistsException.class,
                        Rule.IMAGE_ID_TAKEN,
                        () -> transport.images().create(NewImage.named("y").build()));
            }
        }

        @Test
        void valuesOfTheWrongFormAreRefused() {
            for (NewImage wrong : new NewImage[] {
                NewImage.builder().id(ImageId.of("xyz")).build(),
                NewImage.named("n".repeat(256)).build(),
                NewImage.named("\uD83D\uDE00").build(),
                NewImage.builder().diskFormat(DiskFormat.of("floppy")).build(),
                NewImage.builder().containerFormat(ContainerFormat.of("crate")).build(),
                NewImage.builder().minDiskGb(-1).build(),
                NewImage.builder().tag("t".repeat(256)).build(),
                NewImage.builder().property("p".repeat(256), "x").build(),
                NewImage.builder().property("kernel_id", "none").build()
            }) {
                assertRefused(
                        InvalidRequestException.class,
                        Rule.VALUE_NOT_ALLOWED,
                        () -> owner.images().create(wrong));
            }
        }

        @Test
        void longestNameTagAndPropertyNameAreTaken() {
            String longest = "\u00e4".repeat(255);
            Image image = owner.images()
                    .create(NewImage.named(longest)
                            .tag(longest)
                            .property(longest, "")
                            .build());
            assertThat(image.name()).isEqualTo(longest);
            assertThat(image.tags()).containsExactly(longest);
            assertThat(image.properties()).containsEntry(longest, "");
        }

        @ParameterizedTest
        @ValueSource(strings = {"status", "size", "self", "os_hash_value"})
        void readOnlyFieldIsForbidden(String field) {
            assertRefused(
                    ForbiddenException.class,
                    Rule.FIELD_READ_ONLY,
                    () -> owner.images()
                            .create(NewImage.builder().property(field, "x").build()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"os_glance_x", "deleted", "location"})
        void reservedNameIsForbidden(String field) {
            assertRefused(
                    ForbiddenException.class,
                    Rule.FIELD_RESERVED,
                    () -> owner.images()
                            .create(NewImage.builder().property(field, "x").build()));
        }

        @Test
        void tagsAndPropertiesAreTakenUpToTheirQuotas() {
            NewImage.Builder tags = NewImage.builder();
            NewImage.Builder properties = NewImage.builder();
            IntStream.range(0, 128).forEach(i -> {
                tags.tag("t" + i);
                properties.property("p" + i, "x");
            });
            assertThat(owner.images().create(tags.build()).tags()).hasSize(128);
            assertThat(owner.images().create(properties.build()).properties()).hasSize(128);
            tags.tag("one more");
            properties.property("one more", "x");
            assertRefused(
                    LimitExceededException.class,
                    Rule.TAG_LIMIT,
                    () -> owner.images().create(tags.build()));
            assertRefused(
                    LimitExceededException.class,
                    Rule.PROPERTY_LIMIT,
                    () -> owner.images().create(properties.build()));
        }
    }

    @Nested
    class Update {
        private final ImageId image = owner.images()
                .create(NewImage.named("before").property("mine", "1").build())
                .id();

        private Image patch(ImagePatch.Builder patch) {
            return owner.images().update(image, patch.build());
        }

        @Test
        void allFieldsOfAnOwnerCanBeReplaced() {
            clock.move(Duration.ofSeconds(5));
            Image after = patch(ImagePatch.builder()
                    .name("after")
                    .visibility(Visibility.PRIVATE)
                    .isProtected(true)
                    .hidden(true)
                    .diskFormat(DiskFormat.QCOW2)
                    .containerFormat(ContainerFormat.OVF)
                    .minDiskGb(7)
                    .minRamMb(Integer.MAX_VALUE)
                    .tags(Set.of("a", "b"))
                    .property("mine", "2")
                    .property("with/slash~tilde", "x"));
            assertThat(after)
                    .isEqualTo(Image.builder(image, ImageStatus.QUEUED, SHOWN)
                            .updatedAt(SHOWN.plusSeconds(5))
                            .owner(PRODUCER)
                            .name("after")
                            .visibilityWord("private")
                            .isProtected(true)
                            .hidden(true)
                            .diskFormat(DiskFormat.QCOW2)
                            .containerFormat(ContainerFormat.OVF)
                            .minDiskGb(7)
                            .minRamMb(Integer.MAX_VALUE)
                            .tags(Set.of("a", "b"))
                            .properties(Map.of("mine", "2", "with/slash~tilde", "x"))
                            .build());
            assertThat(owner.images().get(image)).isEqualTo(after);
        }

        @Test
        void operationsHoldInTheirOrder() {
            Image after = patch(ImagePatch.builder()
                    .remove("mine")
                    .add("mine", "2")
                    .replace("mine", "3")
                    .add("other", "x")
                    .remove("other"));
            assertThat(after.properties()).containsOnly(Map.entry("mine", "3"));
        }

        @Test
        void patchWhoseLastOperationFailsChangesNothing() {
            Image before = owner.images().get(image);
            clock.move(Duration.ofSeconds(5));
            assertRefused(
                    PropertyConflictException.class,
                    Rule.PROPERTY_NOT_FOUND,
                    () -> patch(
                            ImagePatch.builder().name("after").add("new", "x").remove("absent")));
            assertThat(owner.images().get(image)).isEqualTo(before);
        }

        @Test
        void emptyPatchKeepsTheTimeOfChangeAndAnyOtherMovesIt() {
            clock.move(Duration.ofSeconds(5));
            assertThat(patch(ImagePatch.builder()).updatedAt()).isEqualTo(SHOWN);
            assertThat(patch(ImagePatch.builder().name("before")).updatedAt()).isEqualTo(SHOWN.plusSeconds(5));
        }

        @Test
        void valuesOfTheWrongFormAreRefused() {
            Image before = owner.images().get(image);
            for (ImagePatch.Builder wrong : new ImagePatch.Builder[] {
                ImagePatch.builder().name("n".repeat(256)),
                ImagePatch.builder().replace("name", 5),
                ImagePatch.builder().replace("visibility", "secret"),
                ImagePatch.builder().replace("visibility", null),
                ImagePatch.builder().replace("protected", "true"),
                ImagePatch.builder().replace("min_disk", "5"),
                ImagePatch.builder().replace("min_ram", -1),
                ImagePatch.builder().replace("min_ram", 1L << 31),
                ImagePatch.builder().replace("tags", "a"),
                ImagePatch.builder().tags(Set.of("t".repeat(256))),
                ImagePatch.builder().add("mine", null),
                ImagePatch.builder().add("mine", true),
                ImagePatch.builder().add("mine", 5),
                ImagePatch.builder().replace("disk_format", "floppy")
            }) {
                assertRefused(InvalidRequestException.class, Rule.VALUE_NOT_ALLOWED, () -> patch(wrong));
            }
            assertThat(owner.images().get(image)).isEqualTo(before);
        }

        @Test
        void formIsCheckedBeforeTheImageIsLookedUp() {
            ImageId absent = ImageId.of("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
            assertRefused(
                    InvalidRequestException.class,
                    Rule.VALUE_NOT_ALLOWED,
                    () -> owner.images()
                            .update(
                                    absent,
                                    ImagePatch.builder().replace("name", 5).build()));
            assertRefused(
                    ForbiddenException.class,
                    Rule.FIELD_READ_ONLY,
                    () -> owner.images()
                            .update(
                                    absent,
                                    ImagePatch.builder()
                                            .replace("status", "active")
                                            .build()));
            assertRefused(
                    ForbiddenException.class,
                    Rule.FIELD_READ_ONLY,
                    () -> owner.images()
                            .update(
                                    absent,
                                    ImagePatch.builder()
                                            .replace("id", "x")
                                            .replace("name", 5)
                                            .build()));
            assertRefused(
                    ImageNotFoundException.class,
                    Rule.IMAGE_NOT_FOUND,
                    () -> owner.images()
                            .update(absent, ImagePatch.builder().name("x").build()));
        }

        @Test
        void formatsAreFixedOnceThereIsData() {
            patch(ImagePatch.builder().diskFormat(DiskFormat.RAW).containerFormat(ContainerFormat.BARE));
            owner.data().upload(image, ImageData.of(new byte[1]));
            assertRefused(
                    ForbiddenException.class,
                    Rule.FORMATS_FIXED,
                    () -> patch(ImagePatch.builder().diskFormat(DiskFormat.RAW)));
        }

        @Test
        void removingAndAddingAtTheQuotaIsTakenAndAddingIsNot() {
            ImagePatch.Builder fill = ImagePatch.builder();
            IntStream.range(1, 128).forEach(i -> fill.add("p" + i, "x"));
            patch(fill);
            assertThat(patch(ImagePatch.builder().remove("mine").add("new", "x"))
                            .properties())
                    .hasSize(128);
            assertRefused(
                    LimitExceededException.class,
                    Rule.PROPERTY_LIMIT,
                    () -> patch(ImagePatch.builder().add("one more", "x")));
        }

        @Test
        void adminGivesTheImageAway() {
            admin.images()
                    .update(
                            image,
                            ImagePatch.builder()
                                    .visibility(Visibility.PRIVATE)
                                    .owner(ProjectId.of("other"))
                                    .build());
            assertRefused(
                    ImageNotFoundException.class,
                    Rule.IMAGE_NOT_VISIBLE,
                    () -> owner.images().get(image));
            admin.images()
                    .update(image, ImagePatch.builder().replace("owner", "").build());
            assertThat(admin.images().get(image).owner()).isNull();
        }

        @Test
        void addingWhatIsThereIsAConflictInTheOlderMediaTypeOnly() {
            Caller caller = Caller.of(PRODUCER);
            ImagePatch again = ImagePatch.builder().add("mine", "2").build();
            assertRefused(
                    PropertyConflictException.class,
                    Rule.FIELD_PRESENT,
                    () -> service.engine().update(caller, image, again, true, () -> {}));
            assertThat(service.engine()
                            .update(caller, image, again, false, () -> {})
                            .properties())
                    .containsEntry("mine", "2");
        }
    }

    @Nested
    class DeleteAndTags {
        private final ImageId image =
                owner.images().create(NewImage.named("x").build()).id();

        @Test
        void protectedImageIsKeptUntilItIsNotProtected() {
            owner.images().update(image, ImagePatch.builder().isProtected(true).build());
            assertRefused(
                    ForbiddenException.class,
                    Rule.IMAGE_PROTECTED,
                    () -> admin.images().delete(image));
            owner.images().update(image, ImagePatch.builder().isProtected(false).build());
            owner.images().delete(image);
            assertRefused(
                    ImageNotFoundException.class,
                    Rule.IMAGE_NOT_FOUND,
                    () -> admin.images().get(image));
            assertRefused(
                    ImageNotFoundException.class,
                    Rule.IMAGE_NOT_FOUND,
                    () -> owner.images().delete(image));
        }

        @Test
        void tagIsThereOnceAndMovesTheTimeOfChangeEachTime() {
            owner.images().addTag(image, "x");
            clock.move(Duration.ofSeconds(5));
            owner.images().addTag(image, "x");
            assertThat(owner.images().get(image).tags()).containsExactly("x");
            assertThat(owner.images().get(image).updatedAt()).isEqualTo(SHOWN.plusSeconds(5));
            owner.images().removeTag(image, "x");
            assertRefused(
                    TagNotFoundException.class,
                    Rule.TAG_NOT_FOUND,
                    () -> owner.images().removeTag(image, "x"));
        }

        @Test
        void tagsAreTakenUpToTheQuotaAndTheSetStaysBeyondIt() {
            Set<String> tags =
                    IntStream.range(0, 128).mapToObj(i -> "t" + i).collect(Collectors.toCollection(LinkedHashSet::new));
            tags.forEach(tag -> owner.images().addTag(image, tag));
            assertRefused(
                    LimitExceededException.class,
                    Rule.TAG_LIMIT,
                    () -> owner.images().addTag(image, "one more"));
            owner.images().addTag(image, "t0");
            assertThat(owner.images().get(image).tags()).isEqualTo(tags);
        }
    }

    @Test
    void closedTransportRefusesAndLeavesTheOthersOpen() {
        ImageTransport second = service.as(Caller.of(PRODUCER));
        ImageTransport view = second.within(Deadline.none());
        second.close();
        second.close();
        assertThat(catchThrowableOfType(
                                TransportClosedException.class,
                                () -> view.images().create(NewImage.named("x").build()))
                        .effect())
                .isEqualTo(Effect.NOT_SENT);
        assertThat(owner.images().create(NewImage.named("x").build())).isNotNull();
    }
}
