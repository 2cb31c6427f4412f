package org.glance4j.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ListingNotAdvancingException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.jspecify.annotations.Nullable;

/** Walks a query's pages and holds one. Not safe for use by several threads. */
final class ImageIterator implements Iterator<Image> {
    private final Supplier<ImageOperations> images;
    private final Predicate<Image> wanted;
    private final Queue<Image> page = new ArrayDeque<>();
    private final Laps laps;

    /** The query of the page to ask for; null when there is none any more. */
    private @Nullable ImageQuery query;

    /** The ids of the page that was asked for last; the images themselves are dropped one by one. */
    private List<ImageId> lastIds = List.of();

    private @Nullable Image next;

    ImageIterator(Supplier<ImageOperations> images, ImageQuery query, Predicate<Image> wanted) {
        this.images = images;
        this.query = query;
        this.wanted = wanted;
        this.laps = new Laps(query.marker());
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            Image candidate = page.poll();
            if (candidate != null) {
                if (wanted.test(candidate)) {
                    next = candidate;
                }
            } else if (query != null) {
                askFor(query);
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Image next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the listing has ended");
        }
        Image image = next;
        next = null;
        return image;
    }

    private void askFor(ImageQuery pageQuery) {
        Page<Image> answer = images.get().list(pageQuery);
        if (answer.items().isEmpty()) {
            query = null;
            return;
        }
        List<ImageId> ids = new ArrayList<>(answer.items().size());
        answer.items().forEach(image -> ids.add(image.id()));
        ImageId last = ids.get(ids.size() - 1);
        if (bringsNothing(ids) || (answer.next().isPresent() && laps.closesWith(last))) {
            query = null;
            throw notAdvancing(last);
        }
        lastIds = answer.next().isPresent() ? ids : List.of();
        // The service's own link drops all but the last of several tags: only its presence is believed.
        query = answer.next().isPresent() ? pageQuery.after(last) : null;
        page.addAll(answer.items());
    }

    /** Whether every image of a page was on the last one. Of nearly every page the first tells that it was not. */
    private boolean bringsNothing(List<ImageId> ids) {
        return lastIds.contains(ids.get(0)) && new HashSet<>(lastIds).containsAll(ids);
    }

    private static ListingNotAdvancingException notAdvancing(ImageId last) {
        return new ListingNotAdvancingException(
                Failure.of(Operation.LIST_IMAGES)
                        .imageId(last)
                        .effect(Effect.NOT_APPLIED)
                        .advice(
                                "the service answers with images that it gave before, up to this one, instead of the page"
                                        + " behind them; narrow the query so that it fits on one page")
                        .build(),
                null);
    }

    /**
     * Finds out that the markers go round, however many pages a round has, with one of them kept: the one at the last power
     * of two (Brent's algorithm).
     */
    private static final class Laps {
        private @Nullable ImageId kept;
        private long steps;
        private long power = 1;

        Laps(@Nullable ImageId start) {
            this.kept = start;
        }

        boolean closesWith(ImageId marker) {
            if (marker.equals(kept)) {
                return true;
            }
            steps++;
            if (steps == power) {
                kept = marker;
                power *= 2;
                steps = 0;
            }
            return false;
        }
    }
}
