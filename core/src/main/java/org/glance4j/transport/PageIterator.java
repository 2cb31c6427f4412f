package org.glance4j.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Predicate;
import org.glance4j.error.Effect;
import org.glance4j.error.ListingNotAdvancingException;
import org.jspecify.annotations.Nullable;

/** Walks the pages of a list and holds one. Not safe for use by several threads. */
final class PageIterator<T, K> implements Iterator<T> {
    private final Paging<T, K> paging;
    private final Predicate<T> wanted;
    private final Queue<T> page = new ArrayDeque<>();
    private final Laps<K> laps;

    /** What the page to ask for begins behind. */
    private @Nullable K marker;

    /** Whether no page is to be asked for any more. */
    private boolean isLast;

    /** The markers of the page that was asked for last; what it held is dropped one by one. */
    private List<K> lastMarkers = List.of();

    private @Nullable T next;

    PageIterator(Paging<T, K> paging, Predicate<T> wanted) {
        this.paging = paging;
        this.wanted = wanted;
        this.marker = paging.start();
        this.laps = new Laps<>(marker);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            T candidate = page.poll();
            if (candidate != null) {
                if (wanted.test(candidate)) {
                    next = candidate;
                }
            } else if (isLast) {
                return false;
            } else {
                askFor(marker);
            }
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the listing has ended");
        }
        T item = next;
        next = null;
        return item;
    }

    private void askFor(@Nullable K begin) {
        Paging.Answer<T> answer = paging.behind(begin);
        if (answer.items().isEmpty()) {
            isLast = true;
            return;
        }
        List<K> markers = new ArrayList<>(answer.items().size());
        answer.items().forEach(item -> markers.add(paging.marker(item)));
        K last = markers.get(markers.size() - 1);
        if (bringsNothing(markers) || (answer.mayGoOn() && laps.closesWith(last))) {
            isLast = true;
            throw new ListingNotAdvancingException(
                    paging.stopped(last).effect(Effect.NOT_APPLIED).build(), null);
        }
        isLast = !answer.mayGoOn();
        lastMarkers = isLast ? List.of() : markers;
        marker = last;
        page.addAll(answer.items());
    }

    /** Whether all of a page was on the last one. Of nearly every page the first item tells that it was not. */
    private boolean bringsNothing(List<K> markers) {
        return lastMarkers.contains(markers.get(0)) && new HashSet<>(lastMarkers).containsAll(markers);
    }

    /**
     * Finds out that the markers go round, however many pages a round has, with one of them kept: the one at the last power
     * of two (Brent's algorithm).
     */
    private static final class Laps<K> {
        private @Nullable K kept;
        private long steps;
        private long power = 1;

        Laps(@Nullable K start) {
            this.kept = start;
        }

        boolean closesWith(K marker) {
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
