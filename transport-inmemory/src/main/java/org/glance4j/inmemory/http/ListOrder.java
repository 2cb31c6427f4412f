package org.glance4j.inmemory.http;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.glance4j.model.Image;
import org.jspecify.annotations.Nullable;

/**
 * The order of a listing, in either of the two forms that a query can give it. Source: {@code glance/api/v2/images.py}
 * (_get_sorting_params), 25.1.0.
 */
final class ListOrder {
    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";
    private static final List<String> KEYS =
            List.of("name", "status", "container_format", "disk_format", "size", "id", "created_at", "updated_at");
    private static final Map<String, Comparator<Image>> COMPARATORS = Map.of(
            "name", by(Image::name),
            "status", by(Image::statusWord),
            "container_format", by(image -> Objects.toString(image.containerFormat(), null)),
            "disk_format", by(image -> Objects.toString(image.diskFormat(), null)),
            "size", by(Image::sizeBytes),
            "id", by(image -> image.id().value()),
            "created_at", by(Image::createdAt),
            "updated_at", by(Image::updatedAt));

    private final List<String> keys;
    private final List<String> directions;

    private ListOrder(List<String> keys, List<String> directions) {
        this.keys = keys.isEmpty() ? List.of("created_at") : keys;
        this.directions = directions.isEmpty() ? List.of(DESCENDING) : directions;
    }

    private static <T extends Comparable<? super T>> Comparator<Image> by(Function<Image, @Nullable T> key) {
        return comparing(key, nullsFirst(naturalOrder()));
    }

    static ListOrder read(List<RequestTarget.Parameter> parameters) {
        List<String> keys = new ArrayList<>();
        List<String> directions = new ArrayList<>();
        boolean joined =
                parameters.stream().anyMatch(parameter -> parameter.name().equals("sort"));
        for (RequestTarget.Parameter parameter : parameters) {
            String value = parameter.value().strip();
            switch (parameter.name()) {
                case "sort_key" -> keys.add(key(value));
                case "sort_dir" -> directions.add(direction(value));
                default -> {
                    for (String part : value.split(",", -1)) {
                        int colon = part.indexOf(':');
                        keys.add(key((colon < 0 ? part : part.substring(0, colon)).strip()));
                        String direction = colon < 0 ? "" : part.substring(colon + 1);
                        directions.add(direction.isEmpty() ? DESCENDING : direction(direction.strip()));
                    }
                }
            }
        }
        if (joined && parameters.size() > 1) {
            throw RefusedRequest.badRequest("Old and new sorting syntax cannot be combined");
        }
        if (directions.size() > 1 && directions.size() != keys.size()) {
            throw RefusedRequest.badRequest("Number of sort dirs does not match the number of sort keys");
        }
        return new ListOrder(keys, directions);
    }

    private static String key(String key) {
        if (!KEYS.contains(key)) {
            throw RefusedRequest.badRequest(
                    "Invalid sort key: " + key + ". It must be one of the following: " + String.join(", ", KEYS) + ".");
        }
        return key;
    }

    private static String direction(String direction) {
        if (!direction.equals(ASCENDING) && !direction.equals(DESCENDING)) {
            throw RefusedRequest.badRequest("Invalid sort direction: " + direction);
        }
        return direction;
    }

    boolean isDefault() {
        return keys.equals(List.of("created_at")) && directions.equals(List.of(DESCENDING));
    }

    Comparator<Image> comparator() {
        List<String> allKeys = new ArrayList<>(keys);
        List<String> allDirections = new ArrayList<>();
        String rest = directions.size() == 1 ? directions.get(0) : DESCENDING;
        for (int i = 0; i < keys.size(); i++) {
            allDirections.add(directions.size() == 1 ? rest : directions.get(i));
        }
        for (String tieBreaker : List.of("created_at", "id")) {
            if (!allKeys.contains(tieBreaker)) {
                allKeys.add(tieBreaker);
                allDirections.add(rest);
            }
        }
        return IntStream.range(0, allKeys.size())
                .mapToObj(i -> comparator(allKeys.get(i), allDirections.get(i)))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<Image> comparator(String key, String direction) {
        Comparator<Image> ascending = Objects.requireNonNull(COMPARATORS.get(key));
        return direction.equals(ASCENDING) ? ascending : ascending.reversed();
    }
}
