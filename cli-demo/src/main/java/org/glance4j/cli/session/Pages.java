package org.glance4j.cli.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks a list page by page.
 *
 * @param <P> what a page is
 * @param <Q> what asks for a page
 * @param <T> what a page holds
 * @param page gets a page
 * @param items returns what a page holds
 * @param next returns what asks for the following page; empty behind the last
 */
public record Pages<P, Q, T>(Function<Q, P> page, Function<P, List<T>> items, Function<P, Optional<Q>> next) {

    /**
     * Returns what the pages hold.
     *
     * @param first what asks for the first page
     * @param most how many at most
     * @return that many, in the service's order
     * @throws CommandFailedException if the service gives a page that holds nothing new, and says that there is more
     */
    public List<T> from(Q first, long most) {
        List<T> found = new ArrayList<>();
        Set<T> known = new HashSet<>();
        Optional<Q> query = Optional.of(first);
        while (query.isPresent() && found.size() < most) {
            P current = page.apply(query.get());
            List<T> held = items.apply(current);
            query = next.apply(current);
            if (!known.addAll(held) && query.isPresent()) {
                throw new CommandFailedException("the service repeats a page of the list");
            }
            found.addAll(held);
        }
        return found.stream().limit(most).toList();
    }
}
