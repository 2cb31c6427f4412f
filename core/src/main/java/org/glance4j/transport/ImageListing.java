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

/**
 * All images that a query finds, over all pages, in the order of the service. A page is asked for when its first image is
 * wanted, and only one is held at a time; whoever stops early asks for no further page.
 *
 * <p>Each iterator and each stream asks the service anew, and none shows a snapshot: an image that is created or deleted
 * meanwhile may show or not. Iterating throws what {@link ImageOperations#list} throws, and {@link
 * org.glance4j.error.ListingNotAdvancingException} when the service repeats a page instead of going on.
 *
 * <p>A listing is safe for use by several threads; an iterator or stream is not.
 */
public final class ImageListing implements Iterable<Image> {
    private final Supplier<ImageOperations> images;
    private final ImageQuery query;
    private final Predicate<Image> wanted;

    private ImageListing(Supplier<ImageOperations> images, ImageQuery query, Predicate<Image> wanted) {
        this.images = requireNonNull(images, "images");
        this.query = requireNonNull(query, "query");
        this.wanted = requireNonNull(wanted, "wanted");
    }

    /**
     * Returns the listing of a query.
     *
     * @param images gives the operations for the next page, so that each page can have a deadline of its own
     * @param query which images; its limit is the size of a page, its marker the image to begin behind
     * @return the listing
     */
    public static ImageListing of(Supplier<ImageOperations> images, ImageQuery query) {
        return new ImageListing(images, query, image -> true);
    }

    /**
     * Returns the images of this listing that a condition holds for.
     *
     * @param condition tested when an image is about to be shown
     * @return the listing
     */
    public ImageListing filter(Predicate<Image> condition) {
        return new ImageListing(images, query, wanted.and(condition));
    }

    /** Returns an iterator that begins at the first page. */
    @Override
    public Iterator<Image> iterator() {
        return new ImageIterator(images, query, wanted);
    }

    /**
     * Returns a sequential stream that begins at the first page.
     *
     * @return the stream; it holds nothing that must be closed
     */
    public Stream<Image> stream() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
    }
}
