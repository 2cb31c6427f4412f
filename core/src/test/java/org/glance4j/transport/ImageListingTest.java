package org.glance4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.glance4j.error.Failure;
import org.glance4j.error.ListingNotAdvancingException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageListingTest {
    private final List<ImageQuery> asked = new ArrayList<>();

    @Test
    void tenImagesInPagesOfThreeAreMetOnceInOrder() {
        ImageListing listing =
                listing(service(images(10)), ImageQuery.builder().limit(3).build());

        assertThat(listing)
                .extracting(image -> image.id().value())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(asked).extracting(ImageQuery::marker).containsExactly(null, id(2), id(5), id(8));
    }

    @Test
    void fullLastPageIsFollowedByAnEmptyOne() {
        ImageListing listing =
                listing(service(images(6)), ImageQuery.builder().limit(3).build());

        assertThat(listing).hasSize(6);
        assertThat(asked).hasSize(3);
    }

    @Test
    void pageWithoutNextIsTheLast() {
        ImageListing listing =
                listing(service(images(2)), ImageQuery.builder().limit(3).build());

        assertThat(listing).hasSize(2);
        assertThat(asked).hasSize(1);
    }

    @Test
    void nothingFoundIsAnEmptyListing() {
        assertThat(listing(service(List.of()), ImageQuery.defaults())).isEmpty();
    }

    @Test
    void nextQueryKeepsEveryConditionWhateverTheServicesLinkHolds() {
        ImageQuery query =
                ImageQuery.builder().limit(1).tag("a").tag("b").name("n").build();
        ImageQuery mangled = ImageQuery.builder().tag("b").build();
        ImageListing listing = listing(
                asked -> asked.marker() == null
                        ? new Page<>(images(1), Optional.of(mangled))
                        : new Page<>(List.of(), Optional.empty()),
                query);

        assertThat(listing).hasSize(1);
        assertThat(asked).containsExactly(query, query.after(id(0)));
    }

    @Test
    void pageIsAskedForWhenItsFirstImageIsWanted() {
        Iterator<Image> iterator = listing(
                        service(images(9)), ImageQuery.builder().limit(3).build())
                .iterator();
        assertThat(asked).isEmpty();

        iterator.next();
        iterator.next();
        iterator.next();
        assertThat(asked).hasSize(1);

        iterator.next();
        assertThat(asked).hasSize(2);
    }

    @Test
    void streamThatStopsEarlyAsksForNoFurtherPage() {
        ImageListing listing =
                listing(service(images(9)), ImageQuery.builder().limit(3).build());

        assertThat(listing.stream().map(Image::id).limit(3)).containsExactly(id(0), id(1), id(2));
        assertThat(asked).hasSize(1);
    }

    @Test
    void everyIterationAsksAnew() {
        ImageListing listing = listing(service(images(2)), ImageQuery.defaults());

        assertThat(listing).hasSize(2);
        assertThat(listing).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void filterHidesImagesAndStillReadsOn() {
        ImageListing listing = listing(
                        service(images(7)), ImageQuery.builder().limit(2).build())
                .filter(image -> image.id().equals(id(6)));

        assertThat(listing).extracting(Image::id).containsExactly(id(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void pagesThatComeRoundEndTheListing(int pagesInARound) {
        ImageListing listing = listing(
                asked -> {
                    ImageId marker = asked.marker();
                    int page = marker == null ? 0 : (Integer.parseInt(marker.value()) / 2 + 1) % pagesInARound;
                    return new Page<>(images(2 * page, 2 * page + 2), Optional.of(asked));
                },
                ImageQuery.builder().limit(2).build());

        assertThatThrownBy(() -> listing.forEach(image -> {}))
                .isInstanceOf(ListingNotAdvancingException.class)
                .hasMessageContaining("narrow the query");
        assertThat(asked).as("pages until it was noticed").hasSizeLessThanOrEqualTo(4 * pagesInARound + 2);
    }

    @Test
    void pageInAnotherOrderBringsNoNewImageEither() {
        List<Image> page = images(3);
        ImageListing listing = listing(
                asked -> new Page<>(
                        asked.marker() == null ? page : List.of(page.get(2), page.get(0), page.get(1)),
                        Optional.of(asked)),
                ImageQuery.defaults());

        assertThatThrownBy(() -> listing.forEach(image -> {})).isInstanceOf(ListingNotAdvancingException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void lastPageThatRepeatsFailsAlthoughNoneFollows() {
        ImageListing listing = listing(
                asked -> new Page<>(images(3), asked.marker() == null ? Optional.of(asked) : Optional.empty()),
                ImageQuery.defaults());

        assertThatThrownBy(() -> listing.forEach(image -> {})).isInstanceOf(ListingNotAdvancingException.class);
    }

    @Test
    void pageThatEndsWithTheMarkerItBeganBehindDoesNotAdvance() {
        ImageListing listing = listing(
                asked -> new Page<>(images(3), Optional.of(asked)),
                ImageQuery.defaults().after(id(2)));

        assertThatThrownBy(() -> listing.iterator().next()).isInstanceOf(ListingNotAdvancingException.class);
    }

    @Test
    void imagesOfThePageAtHandComeBeforeTheFailureOfTheNext() {
        Iterator<Image> iterator = listing(
                        asked -> {
                            if (asked.marker() != null) {
                                throw new ServiceUnavailableException(
                                        Failure.of(Operation.LIST_IMAGES).build(), null);
                            }
                            return new Page<>(images(2), Optional.of(asked));
                        },
                        ImageQuery.defaults())
                .iterator();

        assertThat(iterator.next().id()).isEqualTo(id(0));
        assertThat(iterator.next().id()).isEqualTo(id(1));
        assertThatThrownBy(iterator::next).isInstanceOf(ServiceUnavailableException.class);
        assertThatThrownBy(iterator::next)
                .as("the page is asked for again")
                .isInstanceOf(ServiceUnavailableException.class);
        assertThat(asked).hasSize(3);
    }

    @Test
    void endedIteratorSaysSo() {
        Iterator<Image> iterator =
                listing(service(List.of()), ImageQuery.defaults()).iterator();

        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    private ImageListing listing(Function<ImageQuery, Page<Image>> service, ImageQuery query) {
        ImageOperations operations = mock(ImageOperations.class);
        when(operations.list(any())).thenAnswer(call -> {
            ImageQuery pageQuery = call.getArgument(0);
            asked.add(pageQuery);
            assertThat(asked).as("pages of a listing that does not end").hasSizeLessThan(1_000);
            return service.apply(pageQuery);
        });
        return ImageListing.of(() -> operations, query);
    }

    private static Function<ImageQuery, Page<Image>> service(List<Image> images) {
        return query -> {
            ImageId marker = query.marker();
            Integer limit = query.limit();
            int from = marker == null ? 0 : Integer.parseInt(marker.value()) + 1;
            int size = limit == null ? 25 : limit;
            List<Image> page = images.subList(from, Math.min(from + size, images.size()));
            return new Page<>(page, page.size() == size ? Optional.of(query) : Optional.empty());
        };
    }

    private static List<Image> images(int count) {
        return images(0, count);
    }

    private static List<Image> images(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n ->
                        Image.builder(id(n), ImageStatus.ACTIVE, Instant.EPOCH).build())
                .toList();
    }

    private static ImageId id(int number) {
        return ImageId.of(Integer.toString(number));
    }
}
