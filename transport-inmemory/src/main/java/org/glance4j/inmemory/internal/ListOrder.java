package org.glance4j.inmemory.internal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glance4j.model.SortDirection;
import org.glance4j.model.SortKey;
import org.glance4j.model.SortPair;
import org.jspecify.annotations.Nullable;

/**
 * The order of a listing: the keys that are asked for, and behind them the time of creation and the id, so that no two images
 * are equal. These have the direction of a single key, and of several none: they descend.
 *
 * <p>Texts order by code point. The service stores no character that takes two of Java's, so that theirs is the same order.
 *
 * <p>Source: {@code glance/db/sqlalchemy/api.py} (image_get_all), 25.1.0.
 */
final class ListOrder {
    private ListOrder() {}

    static Comparator<ImageRecord> of(List<SortPair> sort) {
        List<SortPair> pairs = new ArrayList<>(sort);
        SortDirection rest = sort.size() == 1 ? sort.get(0).direction() : SortDirection.DESCENDING;
        Stream.of(SortKey.CREATED_AT, SortKey.ID)
                .filter(key -> sort.stream().noneMatch(pair -> pair.key() == key))
                .forEach(key -> pairs.add(new SortPair(key, rest)));
        return pairs.stream()
                .map(ListOrder::of)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<ImageRecord> of(SortPair pair) {
        Comparator<ImageRecord> ascending = ascending(pair.key());
        return pair.direction() == SortDirection.ASCENDING ? ascending : ascending.reversed();
    }

    private static Comparator<ImageRecord> ascending(SortKey key) {
        return switch (key) {
            case NAME -> by(image -> image.image().name());
            case STATUS -> by(image -> image.image().statusWord());
            case CONTAINER_FORMAT -> by(image -> Objects.toString(image.image().containerFormat(), null));
            case DISK_FORMAT -> by(image -> Objects.toString(image.image().diskFormat(), null));
            case SIZE -> by(image -> image.image().sizeBytes());
            case ID -> by(image -> image.image().id().value());
            case CREATED_AT -> by(ImageRecord::createdAt);
            case UPDATED_AT -> by(ImageRecord::updatedAt);
        };
    }

    /** What has no value comes before everything that has one. */
    private static <T extends Comparable<? super T>> Comparator<ImageRecord> by(
            Function<ImageRecord, @Nullable T> key) {
        return comparing(key, nullsFirst(naturalOrder()));
    }
}
