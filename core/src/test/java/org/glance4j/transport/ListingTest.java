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
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskStatus;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private final List<ImageQuery> asked = new ArrayList<>();

    @Test
    void tenImagesInPagesOfThreeAreMetOnceInOrder() {
        Listing<Image> listing =
                listing(service(images(10)), ImageQuery.builder().limit(3).build());

        assertThat(listing)
                .extracting(image -> image.id().value())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(asked).extracting(ImageQuery::marker).containsExactly(null, id(2), id(5), id(8));
    }

    @Test
    void fullLastPageIsFollowedByAnEmptyOne() {
        Listing<Image> listing =
                listing(service(images(6)), ImageQuery.builder().limit(3).build());

        assertThat(listing).hasSize(6);
        assertThat(asked).hasSize(3);
    }

    @Test
    void pageWithoutNextIsTheLast() {
        Listing<Image> listing =
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
        Listing<Image> listing = listing(
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
        Listing<Image> listing =
                listing(service(images(9)), ImageQuery.builder().limit(3).build());

        assertThat(listing.stream().map(Image::id).limit(3)).containsExactly(id(0), id(1), id(2));
        assertThat(asked).hasSize(1);
    }

    @Test
    void everyIterationAsksAnew() {
        Listing<Image> listing = listing(service(images(2)), ImageQuery.defaults());

        assertThat(listing).hasSize(2);
        assertThat(listing).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void filterHidesImagesAndStillReadsOn() {
        Listing<Image> listing = listing(
                        service(images(7)), ImageQuery.builder().limit(2).build())
                .filter(image -> image.id().equals(id(6)));

        assertThat(listing).extracting(Image::id).containsExactly(id(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void pagesThatComeRoundEndTheListing(int pagesInARound) {
        Listing<Image> listing = listing(
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
        Listing<Image> listing = listing(
                asked -> new Page<>(
                        asked.marker() == null ? page : List.of(page.get(2), page.get(0), page.get(1)),
                        Optional.of(asked)),
                ImageQuery.defaults());

        assertThatThrownBy(() -> listing.forEach(image -> {})).isInstanceOf(ListingNotAdvancingException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void lastPageThatRepeatsFailsAlthoughNoneFollows() {
        Listing<Image> listing = listing(
                asked -> new Page<>(images(3), asked.marker() == null ? Optional.of(asked) : Optional.empty()),
                ImageQuery.defaults());

        assertThatThrownBy(() -> listing.forEach(image -> {})).isInstanceOf(ListingNotAdvancingException.class);
    }

    @Test
    void pageThatEndsWithTheMarkerItBeganBehindDoesNotAdvance() {
        Listing<Image> listing = listing(
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

    private final List<@Nullable Object> markers = new ArrayList<>();

    private void askedBehind(@Nullable Object marker) {
        markers.add(marker);
        assertThat(markers).as("pages of a listing that does not end").hasSizeLessThan(1_000);
    }

    /** Tasks 0, 1, 2, …, two on a page; the page behind the one that ends with the last is the first again. */
    private Listing<Task> tasks(int last, boolean roundAndRound, TaskQuery query) {
        TaskOperations operations = mock(TaskOperations.class);
        when(operations.list(any())).thenAnswer(call -> {
            TaskQuery asked = call.getArgument(0);
            TaskId marker = asked.marker();
            askedBehind(marker);
            int from = marker == null ? 0 : Integer.parseInt(marker.value()) + 1;
            if (from > last && roundAndRound) {
                from = 0;
            }
            List<Task> page = IntStream.rangeClosed(from, Math.min(from + 1, last))
                    .mapToObj(n -> Task.builder(task(n), "import", TaskStatus.PENDING, Instant.EPOCH)
                            .build())
                    .toList();
            boolean mayGoOn = roundAndRound || page.size() == 2;
            return new TaskPage(page, mayGoOn ? Optional.of(asked) : Optional.empty());
        });
        return Listing.ofTasks(() -> operations, query);
    }

    private static TaskId task(int number) {
        return TaskId.of(Integer.toString(number));
    }

    @Test
    void tasksAreListedOverAllPages() {
        TaskQuery query = TaskQuery.builder().type("import").limit(2).build();
        assertThat(tasks(4, false, query))
                .extracting(Task::id)
                .containsExactly(task(0), task(1), task(2), task(3), task(4));
        assertThat(markers).containsExactly(null, task(1), task(3));
        assertThat(tasks(4, false, query.after(task(2)))).extracting(Task::id).containsExactly(task(3), task(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 9})
    void tasksThatComeRoundEndTheListing(int last) {
        assertThatThrownBy(() -> tasks(last, true, TaskQuery.defaults()).forEach(task -> {}))
                .isInstanceOf(ListingNotAdvancingException.class)
                .hasMessageContaining("cannot list tasks")
                .hasMessageContaining("tasks that it gave before, up to ")
                .hasMessageContaining("narrow the query");
        assertThat(markers).hasSizeLessThanOrEqualTo(2 * last + 4);
    }

    /** Namespaces a, b, c, …, one on a page; the page behind the last is the last again. */
    private Listing<Namespace> namespaces(String names, boolean isStuck) {
        NamespaceOperations operations = mock(NamespaceOperations.class);
        when(operations.list(any())).thenAnswer(call -> {
            NamespaceQuery asked = call.getArgument(0);
            NamespaceName marker = asked.marker();
            askedBehind(marker);
            int from = marker == null ? 0 : names.indexOf(marker.value()) + 1;
            if (from == names.length() && !isStuck) {
                return new NamespacePage(List.of(), Optional.empty());
            }
            char name = names.charAt(Math.min(from, names.length() - 1));
            return new NamespacePage(List.of(Namespace.named("" + name).build()), Optional.of(asked));
        });
        return Listing.ofNamespaces(() -> operations, NamespaceQuery.defaults());
    }

    @Test
    void namespacesAreListedOverAllPages() {
        assertThat(namespaces("abc", false))
                .extracting(Namespace::name)
                .extracting(NamespaceName::value)
                .containsExactly("a", "b", "c");
        assertThat(namespaces("abc", false)
                        .filter(namespace -> !namespace.name().value().equals("b")))
                .hasSize(2);
    }

    @Test
    void namespaceThatRepeatsEndsTheListing() {
        assertThatThrownBy(() -> namespaces("abc", true).forEach(namespace -> {}))
                .isInstanceOf(ListingNotAdvancingException.class)
                .hasMessageContaining("namespaces that it gave before, up to c");
        assertThat(markers).hasSize(4);
    }

    private Listing<Image> listing(Function<ImageQuery, Page<Image>> service, ImageQuery query) {
        ImageOperations operations = mock(ImageOperations.class);
        when(operations.list(any())).thenAnswer(call -> {
            ImageQuery pageQuery = call.getArgument(0);
            asked.add(pageQuery);
            assertThat(asked).as("pages of a listing that does not end").hasSizeLessThan(1_000);
            return service.apply(pageQuery);
        });
        return Listing.ofImages(() -> operations, query);
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
