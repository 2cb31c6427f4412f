package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glance4j.auth.Caller;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All images are created at one and the same instant of the clock, which is when their order is hardest to keep. */
class PagingTest {
    private final InMemoryImageService service = InMemoryImageService.builder()
            .clock(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")))
            .build();
    private final ImageTransport owner = service.as(Caller.of(ProjectId.of("producer")));
    private final ImageTransport other = service.as(Caller.of(ProjectId.of("bystander")));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void walkMeetsEachImageOnceNewestFirst() {
        List<ImageId> created = create(10);
        List<ImageId> met = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<ImageQuery> next = Optional.of(ImageQuery.builder().limit(3).build());
        while (next.isPresent()) {
            Page<Image> page = owner.images().list(next.get());
            page.items().forEach(image -> met.add(image.id()));
            sizes.add(page.items().size());
            next = page.next();
        }
        Collections.reverse(created);
        assertThat(met).isEqualTo(created);
        assertThat(sizes).containsExactly(3, 3, 3, 1);
    }

    @Test
    void fullLastPageHasANextThatIsEmpty() {
        create(6);
        Page<Image> first = owner.images().list(ImageQuery.builder().limit(6).build());
        assertThat(first.next()).isPresent();
        Page<Image> second = owner.images().list(first.next().orElseThrow());
        assertThat(second.items()).isEmpty();
        assertThat(second.next()).isEmpty();
    }

    @Test
    void pageHas25ByDefaultAndAtMost1000() {
        create(1001);
        assertThat(owner.images().list(ImageQuery.defaults()).items()).hasSize(25);
        Page<Image> largest =
                owner.images().list(ImageQuery.builder().limit(2000).build());
        assertThat(largest.items()).hasSize(1000);
        assertThat(largest.next()).isPresent();
    }

    @Test
    void limitOfNoneGivesAnEmptyPageWithoutNextAndANegativeOneIsRefused() {
        create(1);
        Page<Image> none = owner.images().list(ImageQuery.builder().limit(0).build());
        assertThat(none.items()).isEmpty();
        assertThat(none.next()).isEmpty();
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> owner.images()
                                        .list(ImageQuery.builder().limit(-1).build()))
                        .failure()
                        .explanations())
                .singleElement()
                .satisfies(why -> assertThat(why.rule()).isEqualTo(Rule.PAGE_LIMIT_NEGATIVE));
    }

    @Test
    void markerNeedNotMatchTheQueryAndImagesMayComeMeanwhile() {
        List<ImageId> created = create(4);
        ImageId hidden =
                owner.images().create(NewImage.builder().hidden(true).build()).id();
        create(1);
        Page<Image> behind = owner.images().list(ImageQuery.defaults().after(hidden));
        Collections.reverse(created);
        assertThat(behind.items()).extracting(Image::id).isEqualTo(created);
    }

    @Test
    void markerThatIsNotThereIsABadRequestAndOneThatIsNotSeenForbidden() {
        ImageId mine = create(1).get(0);
        ImageId deleted = create(1).get(0);
        owner.images().delete(deleted);
        assertThat(catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> owner.images().list(ImageQuery.defaults().after(deleted))))
                .hasMessageContaining("No image found with ID " + deleted);
        assertThat(catchThrowableOfType(
                                ForbiddenException.class,
                                () -> other.images().list(ImageQuery.defaults().after(mine)))
                        .failure()
                        .explanations())
                .singleElement()
                .satisfies(why -> assertThat(why.rule()).isEqualTo(Rule.MARKER_NOT_VISIBLE));
    }

    @Test
    void conditionsHoldTogether() {
        ImageId wanted = owner.images()
                .create(NewImage.named("a").tag("x").tag("y").build())
                .id();
        owner.images().create(NewImage.named("a").tag("x").build());
        owner.images().create(NewImage.named("A").tag("x").tag("y").build());
        ImageQuery query = ImageQuery.builder()
                .name("a")
                .tag("x")
                .tag("y")
                .owner(ProjectId.of("producer"))
                .status(ImageStatus.QUEUED)
                .build();
        assertThat(owner.images().list(query).items()).extracting(Image::id).containsExactly(wanted);
        assertThat(owner.images()
                        .list(query.toBuilder().owner(ProjectId.of("x")).build())
                        .items())
                .isEmpty();
        assertThat(owner.images()
                        .list(query.toBuilder().status(ImageStatus.ACTIVE).build())
                        .items())
                .isEmpty();
        assertThat(owner.images().list(query.toBuilder().hidden(true).build()).items())
                .isEmpty();
    }

    @Test
    void othersCommunityImageIsListedOnlyWhereItIsAskedFor() {
        ImageId id = owner.images()
                .create(NewImage.builder().visibility(Visibility.COMMUNITY).build())
                .id();
        assertThat(other.images().list(ImageQuery.defaults()).items()).isEmpty();
        assertThat(other.images()
                        .list(ImageQuery.builder()
                                .visibility(Visibility.COMMUNITY)
                                .build())
                        .items())
                .extracting(Image::id)
                .containsExactly(id);
    }

    private List<ImageId> create(int count) {
        List<ImageId> created = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> created.add(owner.images()
                        .create(NewImage.named("image-" + i).build())
                        .id()));
        return created;
    }
}
