package org.glance4j.transport;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glance4j.model.Image;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Task;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceQuery;

/**
 * All that a query finds, over all pages, in the order of the service: images, tasks or namespaces. A page is asked for when the
 * first of what it holds is wanted, and only one is held at a time; whoever stops early asks for no further page.
 *
 * <p>Each iterator and each stream asks the service anew, and none shows a snapshot: what is created or deleted meanwhile may show
 * or not. Iterating throws what the list operation of the port throws, and {@link
 * org.glance4j.error.ListingNotAdvancingException} when the service repeats a page instead of going on.
 *
 * <p>A listing is safe for use by several threads; an iterator or stream is not.
 *
 * @param <T> what is listed
 */
public final class Listing<T> implements Iterable<T> {
    private final Paging<T, ?> paging;
    private final Predicate<T> wanted;

    private Listing(Paging<T, ?> paging, Predicate<T> wanted) {
        this.paging = paging;
        this.wanted = requireNonNull(wanted, "wanted");
    }

    /**
     * Returns the images that a query finds.
     *
     * @param images gives the operations for the next page, so that each page can have a deadline of its own
     * @param query which images; its limit is the size of a page, its marker the image to begin behind
     * @return the listing
     */
    public static Listing<Image> ofImages(Supplier<ImageOperations> images, ImageQuery query) {
        requireNonNull(images, "images");
        requireNonNull(query, "query");
        return new Listing<>(new Paging.OfImages(images, query), image -> true);
    }

    /**
     * Returns the tasks that a query finds.
     *
     * @param tasks gives the operations for the next page, so that each page can have a deadline of its own
     * @param query which tasks; its limit is the size of a page, its marker the task to begin behind
     * @return the listing
     */
    public static Listing<Task> ofTasks(Supplier<TaskOperations> tasks, TaskQuery query) {
        requireNonNull(tasks, "tasks");
        requireNonNull(query, "query");
        return new Listing<>(new Paging.OfTasks(tasks, query), task -> true);
    }

    /**
     * Returns the namespaces that a query finds.
     *
     * @param namespaces gives the operations for the next page, so that each page can have a deadline of its own
     * @param query which namespaces; its limit is the size of a page, its marker the namespace to begin behind
     * @return the listing
     */
    public static Listing<Namespace> ofNamespaces(Supplier<NamespaceOperations> namespaces, NamespaceQuery query) {
        requireNonNull(namespaces, "namespaces");
        requireNonNull(query, "query");
        return new Listing<>(new Paging.OfNamespaces(namespaces, query), namespace -> true);
    }

    /**
     * Returns what of this listing a condition holds for.
     *
     * @param condition tested when something is about to be shown
     * @return the listing
     */
    public Listing<T> filter(Predicate<T> condition) {
        return new Listing<>(paging, wanted.and(condition));
    }

    /** Returns an iterator that begins at the first page. */
    @Override
    public Iterator<T> iterator() {
        return new PageIterator<>(paging, wanted);
    }

    /**
     * Returns a sequential stream that begins at the first page.
     *
     * @return the stream; it holds nothing that must be closed
     */
    public Stream<T> stream() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
    }
}
